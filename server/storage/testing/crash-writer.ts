import { writeSync } from "node:fs";
import { openSqlite } from "../sqlite/open.ts";
import { silent, update } from "./fixtures.ts";

/**
 * Writes to all documents of the workshop `w` until it is killed, and says on stdout which rows were answered:
 * `<document id> <seq>` a line. Its argument is the data folder.
 */
const STDOUT = 1;

const [, , directory = ""] = process.argv;
const storage = await openSqlite({ directory, logger: silent });
const documents = await storage.documentsOf("w");
await Promise.all(documents.map(({ id }) => writeForEver(id)));

async function writeForEver(id: string): Promise<void> {
	let seq = (await storage.loadDocument(id))?.updates.at(-1)?.seq ?? 0;
	for (;;) {
		const batch = [1, 2, 3].map((step) => storage.appendUpdate(update(id, seq + step)));
		for (const written of batch) {
			await written;
			seq += 1;
			// At once, so that the line is out before the next row is asked for.
			writeSync(STDOUT, `${id} ${seq}\n`);
		}
	}
}
