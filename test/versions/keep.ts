import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import * as Y from "yjs";
import { readLibrary } from "../../server/library.ts";
import { everyBlock } from "../../worksheets/document/every-block.fixture.ts";
import type { Worksheet } from "../../worksheets/schema/worksheet.ts";
import { fillWorksheet } from "./fill.ts";
import { KEPT, type KeptSheet, keptName } from "./kept.ts";

/**
 * Keeps each worksheet that is named (all when none is), in the version the library has now, with a document that the
 * present code has filled. What is kept already stays as it is.
 *
 *     npx tsx test/versions/keep.ts [worksheet …]
 */
const named = process.argv.slice(2);
mkdirSync(KEPT, { recursive: true });
for (const worksheet of [...readLibrary().worksheets, everyBlock]) {
	const path = `${KEPT}${keptName(worksheet)}`;
	if ((named.length > 0 && !named.includes(worksheet.id)) || existsSync(path)) continue;
	writeFileSync(path, `${JSON.stringify(keep(worksheet), null, 1)}\n`);
	console.log(`kept ${keptName(worksheet)}`);
}

function keep(worksheet: Worksheet): KeptSheet {
	const doc = new Y.Doc();
	doc.clientID = 1;
	const answers = fillWorksheet(doc, worksheet);
	return { definition: worksheet, update: Buffer.from(Y.encodeStateAsUpdate(doc)).toString("base64"), answers };
}
