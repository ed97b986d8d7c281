import { readdirSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";
import * as Y from "yjs";
import { reportWorksheet } from "../report/worksheet-report.ts";
import { worksheetSchema } from "../schema/worksheet.ts";
import { readWorksheet } from "./read.ts";

/**
 * Workshops keep the definition they were created with. Each file in `earlier/` is what a build of the past stored and
 * read: a definition as JSON, a document's update (base64), and the answers and the German report it made of them.
 * None is ever changed; a build that stores a new shape adds one.
 */
const folder = new URL("./earlier/", import.meta.url);

it.each(readdirSync(folder))("reads %s as the build that wrote it did", (name) => {
	const stored = JSON.parse(readFileSync(new URL(name, folder), "utf8"));
	const definition = worksheetSchema.parse(stored.definition);
	expect(definition).toEqual(stored.definition);

	const doc = new Y.Doc();
	Y.applyUpdate(doc, Buffer.from(stored.document, "base64"));
	const answered = readWorksheet(doc, definition);
	expect(answered.sections.map(({ blocks }) => blocks.map(({ answers }) => answers))).toEqual(stored.answers);
	expect(reportWorksheet(answered, "de", { headingLevel: 2 })).toEqual(stored.report);
});
