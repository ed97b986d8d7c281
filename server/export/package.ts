import { setImmediate } from "node:timers/promises";
import { Zip, ZipDeflate, ZipPassThrough } from "fflate";

/** One of the files of a package; its path is made of ids and slugs alone. Null where there is no such file after all. */
export interface PackageFile {
	path: string;
	write(): Promise<Uint8Array | null>;
}

export interface PackageOptions {
	files: readonly PackageFile[];
	/** What stands in place of files that could not be written. */
	note(missing: readonly string[]): PackageFile;
	onMissing(path: string): void;
	/** One more of the files is in it, or is none after all. */
	onWritten?(): void;
	writtenAt: Date;
	/** After that long what is not written yet is left out. */
	limitMs: number;
}

/** So much goes into the archive at once, so that nobody else waits for it. */
const PIECE = 64 * 1024;
/** These are compressed already. */
const PACKED = /\.(docx|xlsx|pptx|odt|ods|odp|pdf|png|jpg|webp)$/;

/**
 * An archive, told piece by piece as its files become ready: at no time are there more than one of them and what waits
 * to be sent. A file that cannot be written does not cost the others.
 */
export async function* packaged({ files, note, onMissing, onWritten, writtenAt, limitMs }: PackageOptions) {
	const ready: Uint8Array[] = [];
	const zip = new Zip((error, piece) => {
		if (error) throw error;
		ready.push(piece);
	});
	const add = async function* (path: string, bytes: Uint8Array) {
		const entry = PACKED.test(path) ? new ZipPassThrough(path) : new ZipDeflate(path);
		entry.mtime = writtenAt;
		zip.add(entry);
		for (let from = 0; from === 0 || from < bytes.length; from += PIECE) {
			entry.push(bytes.slice(from, from + PIECE), from + PIECE >= bytes.length);
			yield* ready.splice(0);
			await setImmediate();
		}
	};
	const missing: string[] = [];
	const until = Date.now() + limitMs;
	for (const { path, write } of files) {
		try {
			const bytes = await within(write, until - Date.now());
			if (bytes !== null) yield* add(path, bytes);
			onWritten?.();
		} catch {
			onMissing(path);
			missing.push(path);
		}
	}
	if (missing.length > 0) {
		const { path, write } = note(missing);
		yield* add(path, (await write()) ?? new Uint8Array());
	}
	zip.end();
	yield* ready;
}

async function within<Value>(make: () => Promise<Value>, limitMs: number): Promise<Value> {
	if (limitMs <= 0) throw new Error("no time left");
	let timer: NodeJS.Timeout | undefined;
	const late = new Promise<never>((_, reject) => {
		timer = setTimeout(() => reject(new Error("took too long")), limitMs);
	});
	try {
		return await Promise.race([make(), late]);
	} finally {
		clearTimeout(timer);
	}
}

/** The same pieces; `end` is called once, also for one that nobody begins to read. */
export function withEnd(pieces: AsyncIterable<Uint8Array>, end: () => void): AsyncIterable<Uint8Array> {
	let over = false;
	const finish = () => {
		if (!over) end();
		over = true;
	};
	return {
		[Symbol.asyncIterator]() {
			const inner = pieces[Symbol.asyncIterator]();
			return {
				async next() {
					try {
						const step = await inner.next();
						if (step.done === true) finish();
						return step;
					} catch (error) {
						finish();
						throw error;
					}
				},
				async return() {
					finish();
					await inner.return?.();
					return { done: true, value: undefined };
				},
			};
		},
	};
}
