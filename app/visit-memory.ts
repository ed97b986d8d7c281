export interface VisitMemory {
	get(): string | null;
	/** Null forgets. */
	set(value: string | null): void;
}

/** Something this browser tab remembers until it is closed; nothing where the browser keeps nothing. */
export function visitMemory(key: string): VisitMemory {
	return {
		get() {
			try {
				return sessionStorage.getItem(key);
			} catch {
				return null;
			}
		},
		set(value) {
			try {
				if (value === null) sessionStorage.removeItem(key);
				else sessionStorage.setItem(key, value);
			} catch {
				// It is learnt again with the next page.
			}
		},
	};
}

/** Forgets everything whose key begins like this. */
export function forgetVisit(prefix: string): void {
	try {
		for (const key of Object.keys(sessionStorage)) if (key.startsWith(prefix)) sessionStorage.removeItem(key);
	} catch {
		// A browser that keeps nothing has nothing to forget.
	}
}
