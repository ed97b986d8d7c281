import { execFileSync } from "node:child_process";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { openReading } from "../../server/storage/sqlite/connections.ts";

/** Words that stand nowhere else, each given out once. */
export class Canaries {
	readonly words: string[] = [];
	readonly #name: string;

	constructor(name: string) {
		this.#name = name;
	}

	/** How all of them begin and end; the ends have a letter that no two encodings write alike. */
	get halves(): string[] {
		return [`Kanarie${this.#name}`, `${this.#name}käuzchen`];
	}

	next(): string {
		const [begin, end] = this.halves;
		const word = `${begin}${String(this.words.length).padStart(3, "0")}${end}`;
		this.words.push(word);
		return word;
	}

	some(count: number): string[] {
		return Array.from({ length: count }, () => this.next());
	}
}

/** All bytes of a file, read by another process: to close the file here would give up SQLite's locks on it. */
function bytesOf(file: string): Buffer {
	return execFileSync("cat", [file], { maxBuffer: 2 ** 30, encoding: "buffer" });
}

function filesIn(folder: string): Buffer[] {
	return readdirSync(folder, { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile())
		.map((entry) => bytesOf(join(entry.parentPath, entry.name)));
}

/** Which words stand in any file below a folder, in any encoding of Unicode. */
export function foundIn(folder: string, words: readonly string[]): string[] {
	const files = filesIn(folder);
	return words.filter((word) => {
		const utf16 = Buffer.from(word, "utf16le");
		const needles = [Buffer.from(word), utf16, Buffer.from(utf16).swap16()];
		return files.some((bytes) => needles.some((needle) => bytes.includes(needle)));
	});
}

const OF_DOCUMENTS = ["updates", "arrivals", "snapshots", "late_contributions"];

/** Bytes out of the middle of all that is stored of a workshop's sheets: also where words are packed out of sight. */
export function storedBytes(folder: string, workshopId: string): Buffer[] {
	const database = openReading(join(folder, "arena.sqlite"));
	try {
		const ofWorkshop = "document_id IN (SELECT id FROM documents WHERE workshop_id = ?)";
		const columns = [...OF_DOCUMENTS.map((table) => [table, "bytes"]), ["history", "rows"]];
		return columns
			.flatMap(([table, column]) =>
				database
					.prepare<[string], Buffer>(`SELECT ${column} FROM ${table} WHERE ${ofWorkshop} AND length(${column}) > 60`)
					.pluck()
					.all(workshopId),
			)
			.map((bytes) => bytes.subarray(bytes.length / 2 - 12, bytes.length / 2 + 12));
	} finally {
		database.close();
	}
}

/** A workshop's session as it is stored. */
export function storedState(folder: string, workshopId: string): string {
	const database = openReading(join(folder, "arena.sqlite"));
	try {
		return database.prepare<[string], string>("SELECT state FROM workshops WHERE id = ?").pluck().get(workshopId) ?? "";
	} finally {
		database.close();
	}
}

/** How many of these stretches of bytes stand in any file below a folder. */
export function stretchesIn(folder: string, stretches: readonly Buffer[]): number {
	const files = filesIn(folder);
	return stretches.filter((stretch) => files.some((bytes) => bytes.includes(stretch))).length;
}
