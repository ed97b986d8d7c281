import type * as Y from "yjs";

/** A value read from a document, as React's external stores want it: the same object until it reads differently. */
export interface DocValue<Value> {
	subscribe(listener: () => void): () => void;
	get(): Value;
}

/**
 * Reads a value again after every change of the document and tells when it has become another one. `read` gives plain
 * JSON. With `waitMs` a row of changes is read once at its end, but at least that often.
 */
export function docValue<Value>(doc: Y.Doc, read: () => Value, waitMs = 0): DocValue<Value> {
	let current: { json: string; value: Value } | null = null;
	let timer: ReturnType<typeof setTimeout> | undefined;
	const listeners = new Set<() => void>();

	const reread = (): boolean => {
		const value = read();
		const json = JSON.stringify(value);
		if (current?.json === json) return false;
		current = { json, value };
		return true;
	};
	const tell = () => {
		timer = undefined;
		if (!reread()) return;
		for (const listener of [...listeners]) listener();
	};
	const onTransaction = (transaction: Y.Transaction) => {
		if (transaction.changed.size === 0) return;
		if (waitMs === 0) tell();
		else timer ??= setTimeout(tell, waitMs);
	};

	return {
		subscribe(listener) {
			if (listeners.size === 0) {
				reread();
				doc.on("afterTransaction", onTransaction);
			}
			listeners.add(listener);
			return () => {
				listeners.delete(listener);
				if (listeners.size > 0) return;
				doc.off("afterTransaction", onTransaction);
				clearTimeout(timer);
				timer = undefined;
			};
		},
		get() {
			// Nobody listens yet, or no longer: what was read before may be out of date.
			if (current === null || listeners.size === 0) reread();
			if (current === null) throw new Error("a document value was asked for before it was read");
			return current.value;
		},
	};
}
