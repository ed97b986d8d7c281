/** Conditions on a client's own copy of something, looked at whenever that may have changed. */
export class Conditions {
	readonly #waiting = new Set<() => void>();

	/** To be called after every change. */
	readonly look = (): void => {
		for (const check of [...this.#waiting]) check();
	};

	/** Resolves as soon as the condition holds. */
	until(condition: () => boolean): Promise<void> {
		return new Promise((resolve) => {
			const check = () => {
				if (!condition()) return;
				this.#waiting.delete(check);
				resolve();
			};
			this.#waiting.add(check);
			check();
		});
	}
}
