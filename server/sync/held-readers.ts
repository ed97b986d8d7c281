/** Those whose line is not read while so much is on its way to the disk; each is read again when there is less. */
export class HeldReaders {
	readonly #resumes: (() => void)[] = [];
	readonly #isFull: () => boolean;

	constructor(isFull: () => boolean) {
		this.#isFull = isFull;
	}

	/** Whether nothing more is to be read; `resume` is called once it may be. */
	holds(resume: () => void): boolean {
		const holds = this.#isFull();
		if (holds) {
			this.#resumes.push(resume);
		}
		return holds;
	}

	/** One after the other, so that nobody's many updates keep the others waiting. */
	readOn(): void {
		while (!this.#isFull()) {
			const resume = this.#resumes.shift();
			if (resume === undefined) {
				return;
			}
			resume();
		}
	}
}
