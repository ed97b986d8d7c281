/** Something this browser tab remembers until it is closed; nothing where the browser keeps nothing. */
export function visitMemory(key: string) {
	return {
		get(): string | null {
			try {
				return sessionStorage.getItem(key);
			} catch {
				return null;
			}
		},
		/** Null forgets. */
		set(value: string | null): void {
			try {
				if (value === null) sessionStorage.removeItem(key);
				else sessionStorage.setItem(key, value);
			} catch {
				// It is learnt again with the next page.
			}
		},
	};
}
