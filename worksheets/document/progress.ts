import type * as Y from "yjs";
import { isQuestion } from "../blocks/is-question.ts";
import type { DocumentProgress } from "../contract/snapshot.ts";
import type { Worksheet } from "../schema/worksheet.ts";
import { readWorksheet } from "./read.ts";

/** How far a sheet is, question by question, in the order in which it is read. */
export function progressOf(doc: Y.Doc, worksheet: Worksheet): Pick<DocumentProgress, "questions"> {
	const blocks = readWorksheet(doc, worksheet).sections.flatMap((section) => section.blocks);
	const questions = blocks.filter(({ definition }) => isQuestion(definition));
	return { questions: questions.flatMap(({ answers }) => answers.map(({ name, state }) => ({ name, state }))) };
}
