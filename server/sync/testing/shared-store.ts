import { afterAll, beforeAll } from "vitest";
import type { Storage } from "../../storage/storage.ts";
import { openStore, type Store } from "../bench.ts";

/** One store for all tests of a file, there from the first to the last of them. */
export function sharedStore(): Store {
	let store: Store | undefined;
	beforeAll(async () => {
		store = await openStore();
	});
	afterAll(() => store?.close());
	return {
		get storage(): Storage {
			if (store === undefined) throw new Error("the store is not open yet");
			return store.storage;
		},
		close: async () => await store?.close(),
	};
}
