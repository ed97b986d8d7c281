import type * as Y from "yjs";
import { isQuestion } from "../blocks/is-question.ts";
import { isRated } from "../blocks/rated-parts.ts";
import { ratedIn } from "../blocks/registry.ts";
import type { DocumentProgress } from "../contract/snapshot.ts";
import type { Worksheet } from "../schema/worksheet.ts";
import { type AnsweredBlock, readWorksheet } from "./read.ts";

type Counted = DocumentProgress["questions"];

/** How far a sheet is, question by question, in the order in which it is read. */
export function progressOf(doc: Y.Doc, worksheet: Worksheet): Pick<DocumentProgress, "questions"> {
	const blocks = readWorksheet(doc, worksheet).sections.flatMap((section) => section.blocks);
	return { questions: blocks.filter(({ definition }) => isQuestion(definition)).flatMap(ofBlock) };
}

function ofBlock({ definition, answers }: AnsweredBlock): Counted {
	if (!isRated(definition)) return answers.map(({ name, state }) => ({ name, state }));
	return answers.map(({ name, state, answer }) => {
		const valued = ratedIn(definition, answer).flatMap(({ part, value }) => (value === null ? [] : part));
		return { name, state, valued };
	});
}
