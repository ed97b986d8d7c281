import { constants, createReadStream } from "node:fs";
import { copyFile, mkdir, open, readdir, rm, stat, statfs } from "node:fs/promises";
import { join } from "node:path";
import { StorageUnavailable } from "../errors.ts";
import type { MaterialBytes } from "../storage.ts";

/** Uploads never take the last of the disk: what people type is worth more. */
const RESERVE_BYTES = 256 * 1024 * 1024;

/** Ids of our own making; nothing else ever becomes a path. */
const ID = /^[A-Za-z0-9_-]{1,64}$/;

/** How many bytes a disk still takes. */
export type FreeBytes = (folder: string) => Promise<number>;

const freeBytes: FreeBytes = async (folder) => {
	const { bavail, bsize } = await statfs(folder);
	return bavail * bsize;
};

/**
 * The bytes of uploaded files, one file each: `<workshop>/<material>` below this folder. They lie beside the database
 * because that is written anew with every erasure (`Scrubber`). Whose they are stands in the database: a file comes
 * before its row and goes after it, and what a crash leaves in between is swept up.
 */
export class MaterialFolder {
	readonly #root: string;
	readonly #free: FreeBytes;
	/** By workshop: files whose rows are still to come. */
	readonly #coming = new Map<string, Set<string>>();

	constructor(root: string, free: FreeBytes = freeBytes) {
		this.#root = root;
		this.#free = free;
	}

	/** Resolves when it is on the disk, to wait for its row. Leaves nothing behind where it fails. */
	put(workshopId: string, id: string, bytes: Uint8Array): Promise<void> {
		return this.#fill(workshopId, [id], bytes.byteLength, async () => {
			const file = await open(this.#path(workshopId, id), "wx", 0o600);
			try {
				await file.writeFile(bytes);
				await file.sync();
			} finally {
				await file.close();
			}
		});
	}

	/** Bytes of their own for another workshop: neither is ever left with the other's. */
	async copy(from: string, to: string, ids: readonly { from: string; to: string }[]): Promise<void> {
		if (ids.length === 0) return;
		const sizes = await Promise.all(ids.map(async (one) => (await this.read(from, one.from))?.bytes ?? 0));
		const bytes = sizes.reduce((sum, size) => sum + size, 0);
		const coming = ids.map((one) => one.to);
		await this.#fill(to, coming, bytes, async () => {
			for (const one of ids) {
				const path = this.#path(to, one.to);
				await copyFile(this.#path(from, one.from), path, constants.COPYFILE_EXCL);
				await synced(path);
			}
		});
	}

	/** Its rows are written: from now on it is the database that says whose these are. */
	arrived(workshopId: string, ids: Iterable<string>): void {
		const coming = this.#coming.get(workshopId);
		for (const id of ids) coming?.delete(id);
		if (coming?.size === 0) this.#coming.delete(workshopId);
	}

	/** Its bytes piece by piece, and how many they are; null where there is none. */
	async read(workshopId: string, id: string): Promise<MaterialBytes | null> {
		const path = this.#path(workshopId, id);
		const found = await stat(path).catch(nullIfMissing);
		return found === null ? null : { bytes: found.size, body: bytesOf(path) };
	}

	/** Files whose rows were never written, or are gone. */
	async remove(workshopId: string, ids: readonly string[]): Promise<void> {
		this.arrived(workshopId, ids);
		for (const id of ids) await rm(this.#path(workshopId, id), { force: true });
	}

	async removeAll(workshopId: string): Promise<void> {
		await rm(join(this.#root, checked(workshopId)), { recursive: true, force: true });
	}

	/** Removes what is nobody's: left by a crash, or by a disk that did not let it go. */
	async sweep(known: (workshopId: string) => ReadonlySet<string> | null): Promise<void> {
		for (const workshopId of await readdir(this.#root).catch(noneIfMissing)) {
			if (!ID.test(workshopId)) continue;
			const files = await readdir(join(this.#root, workshopId));
			// Asked after the list was made: what is neither somebody's nor coming by now never will be.
			const [ids, coming] = [known(workshopId), this.#coming.get(workshopId)];
			if (ids === null && coming === undefined) await this.removeAll(workshopId);
			else
				await this.remove(
					workshopId,
					files.filter((id) => ID.test(id) && !ids?.has(id) && !coming?.has(id)),
				);
		}
	}

	async #fill(workshopId: string, ids: readonly string[], bytes: number, write: () => Promise<void>): Promise<void> {
		const folder = join(this.#root, checked(workshopId));
		const coming = this.#coming.get(workshopId) ?? new Set();
		this.#coming.set(workshopId, coming);
		for (const id of ids) coming.add(id);
		try {
			await mkdir(folder, { recursive: true, mode: 0o700 });
			if ((await this.#free(folder)) < bytes + RESERVE_BYTES) throw new StorageUnavailable("ENOSPC");
			await write();
			await synced(folder);
			await synced(this.#root);
		} catch (error) {
			await this.remove(workshopId, ids).catch(() => undefined);
			throw error instanceof StorageUnavailable ? error : new StorageUnavailable(codeOf(error));
		}
	}

	#path(workshopId: string, id: string): string {
		return join(this.#root, checked(workshopId), checked(id));
	}
}

/** Opened by whoever begins to read: nobody else holds the file. */
async function* bytesOf(path: string): AsyncIterable<Uint8Array> {
	yield* createReadStream(path);
}

function checked(id: string): string {
	if (!ID.test(id)) throw new Error("not an id of our own making");
	return id;
}

async function synced(path: string): Promise<void> {
	const handle = await open(path, "r");
	try {
		await handle.sync();
	} finally {
		await handle.close();
	}
}

function codeOf(error: unknown): string {
	return error instanceof Error && "code" in error ? String(error.code) : "unknown";
}

function nullIfMissing(error: unknown): null {
	if (codeOf(error) === "ENOENT") return null;
	throw error;
}

function noneIfMissing(error: unknown): string[] {
	nullIfMissing(error);
	return [];
}
