import { unzipSync } from "fflate";
import { expect, test, vi } from "vitest";
import { type PackageFile, packaged, withEnd } from "./package.ts";

const bytes = (text: string) => new TextEncoder().encode(text);
const file = (path: string, content: Uint8Array | null): PackageFile => ({ path, write: async () => content });

function open(files: readonly PackageFile[], limitMs = 60_000) {
	const missing: string[] = [];
	const counted = { written: 0 };
	const pieces = packaged({
		files,
		note: (paths) => file("fehlt.txt", bytes(paths.join())),
		onMissing: (path) => missing.push(path),
		onWritten: () => {
			counted.written += 1;
		},
		writtenAt: new Date(2026, 2, 17),
		limitMs,
	});
	return { pieces, missing, counted };
}

async function read(pieces: AsyncIterable<Uint8Array>): Promise<Record<string, string>> {
	const parts: Uint8Array[] = [];
	for await (const piece of pieces) parts.push(piece);
	const entries = Object.entries(unzipSync(Buffer.concat(parts)));
	return Object.fromEntries(entries.map(([path, content]) => [path, new TextDecoder().decode(content)]));
}

test("large, small and empty files come back, and one that is not there is not named", async () => {
	const large = "Satz für Satz. ".repeat(50_000);
	const { pieces, counted } = open([
		file("a/groß.txt", bytes(large)),
		file("a/b.pdf", bytes("%PDF")),
		file("a/leer.csv", new Uint8Array()),
		file("a/keine.ics", null),
	]);
	expect(await read(pieces)).toEqual({ "a/groß.txt": large, "a/b.pdf": "%PDF", "a/leer.csv": "" });
	expect(counted.written).toBe(4);
});

test("the first file is told before the second is made", async () => {
	const second = vi.fn(async () => bytes("zwei"));
	const { pieces } = open([file("a.pdf", bytes("eins")), { path: "b.pdf", write: second }]);
	const reader = pieces[Symbol.asyncIterator]();
	expect((await reader.next()).done).toBe(false);
	expect(second).not.toHaveBeenCalled();
	await reader.return(undefined);
	expect(second).not.toHaveBeenCalled();
});

test("a file that fails or takes too long costs no other, and the package says which", async () => {
	const failing: PackageFile = { path: "b.pdf", write: () => Promise.reject(new Error("no")) };
	const first = open([file("a.md", bytes("a")), failing, file("c.md", bytes("c"))]);
	expect(await read(first.pieces)).toEqual({ "a.md": "a", "c.md": "c", "fehlt.txt": "b.pdf" });
	expect(first.missing).toEqual(["b.pdf"]);

	const slow: PackageFile = { path: "b.pdf", write: () => new Promise(() => undefined) };
	const second = open([file("a.md", bytes("a")), slow, file("c.md", bytes("c"))], 50);
	expect(await read(second.pieces)).toEqual({ "a.md": "a", "fehlt.txt": "b.pdf,c.md" });
});

test("its end is told once: when all is read, when it is left, and when nobody began", async () => {
	const end = vi.fn();
	await read(withEnd(open([file("a.md", bytes("a"))]).pieces, end));
	expect(end).toHaveBeenCalledTimes(1);
	const left = withEnd(open([file("a.md", bytes("a"))]).pieces, end)[Symbol.asyncIterator]();
	await left.return?.();
	await left.return?.();
	expect(end).toHaveBeenCalledTimes(2);
});
