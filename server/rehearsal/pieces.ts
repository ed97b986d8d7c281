import type * as Y from "yjs";
import { safeParse } from "zod/v4/core";
import { nameOf } from "../../worksheets/blocks/block-type.ts";
import type { Block } from "../../worksheets/blocks/definitions.ts";
import { isQuestion } from "../../worksheets/blocks/is-question.ts";
import { isEmptyAnswer, readBlock } from "../../worksheets/blocks/registry.ts";
import type { Language } from "../../worksheets/contract/languages.ts";
import { setDone } from "../../worksheets/document/done.ts";
import { shownSections } from "../../worksheets/document/questions.ts";
import { fillingOf } from "../../worksheets/examples/fillings.ts";
import type { Example } from "../../worksheets/schema/example.ts";
import type { Worksheet } from "../../worksheets/schema/worksheet.ts";

/** One answer of a worksheet's example, to be written into a sheet. */
export interface Piece {
	/** The question's name in the document. */
	name: string;
	/** Writes it where nobody has answered yet; does nothing where the workshop asks otherwise than the example. */
	write(doc: Y.Doc, language: Language, done: boolean): void;
}

/** What an example has to say to the sections of a phase, in the order in which people go through them. */
export function piecesOf(worksheet: Worksheet, example: Example, sections: readonly string[] | undefined): Piece[] {
	return shownSections(worksheet, sections)
		.flatMap(({ blocks }) => blocks)
		.flatMap((block) => {
			const answer = example.answers[block.id];
			// A vote is everybody's own: nobody is played into it.
			if (answer === undefined || !isQuestion(block) || block.type === "decision") return [];
			if (block.repeat?.over === undefined) return [pieceOf(block, undefined, answer)];
			const items = typeof answer === "object" && answer !== null ? Object.entries(answer) : [];
			return items.map(([item, part]) => pieceOf(block, item, part));
		});
}

function pieceOf(block: Block, item: string | undefined, answer: unknown): Piece {
	const name = nameOf(block.id, item);
	return {
		name,
		write(doc, language, done) {
			if (!isEmptyAnswer(block, readBlock(doc, block, item))) return;
			const { schema, write } = fillingOf(block);
			if (!safeParse(schema, answer).success) return;
			write(doc, item, answer, language);
			if (done) setDone(doc, name, true);
		},
	};
}
