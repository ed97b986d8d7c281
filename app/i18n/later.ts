export interface Later<T> {
	/** Resolves when it is there, and rejects when it could not be loaded; `read` throws the same error then. */
	load(): Promise<T>;
	/** To be asked while rendering: suspends the component until the value is there. */
	read(): T;
}

/** A value that is loaded once, when it is first asked for. */
export function later<T>(load: () => Promise<T>): Later<T> {
	let loading: Promise<T> | undefined;
	let settled: { value: T } | { error: unknown } | undefined;

	function ask(): Promise<T> {
		if (loading === undefined) {
			loading = load();
			loading.then(
				(value) => {
					settled = { value };
				},
				(error: unknown) => {
					settled = { error };
				},
			);
		}
		return loading;
	}

	return {
		load: ask,
		read() {
			if (settled === undefined) throw ask();
			if ("error" in settled) throw settled.error;
			return settled.value;
		},
	};
}
