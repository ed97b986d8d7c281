import type * as Y from "yjs";
import type { DocumentProgress } from "../contract/snapshot.ts";
import type { Worksheet } from "../schema/worksheet.ts";
import { readWorksheet } from "./read.ts";

/** How far a sheet is, question by question, in the order in which it is read. */
export function progressOf(doc: Y.Doc, worksheet: Worksheet): Pick<DocumentProgress, "questions"> {
	const blocks = readWorksheet(doc, worksheet).sections.flatMap((section) => section.blocks);
	return { questions: blocks.flatMap(({ answers }) => answers.map(({ name, state }) => ({ name, state }))) };
}
