import type { Block } from "../../worksheets/blocks/definitions.ts";
import { isQuestion } from "../../worksheets/blocks/is-question.ts";
import { shownSections } from "../../worksheets/document/questions.ts";
import type { Column, Scale } from "../../worksheets/schema/parts.ts";
import type { Worksheet } from "../../worksheets/schema/worksheet.ts";

/** Everything of a definition that answers are stored under or hold: `block type`, `block option id`, … */
export function answerIds(worksheet: Worksheet): string[] {
	const blocks = shownSections(worksheet).flatMap((section) => section.blocks.filter(isQuestion));
	return blocks.flatMap((block) => {
		const over = block.repeat?.over === undefined ? "" : ` over ${block.repeat.over}`;
		return [`${block.type}${over}`, ...partsOf(block)].map((part) => `${block.id}: ${part}`);
	});
}

function partsOf(block: Block): string[] {
	switch (block.type) {
		case "choice":
		case "multi-choice":
		case "ranking":
			return listed("option", block.options);
		case "scale":
			return points(block.scale);
		case "checklist": {
			const { answers } = block;
			const values =
				typeof answers === "string"
					? [`answers ${answers}`]
					: "scale" in answers
						? points(answers.scale)
						: listed("option", answers.options);
			return [...listed("item", block.items), ...values];
		}
		case "table":
			return block.columns.flatMap(columnParts);
		case "matrix":
			return [...listed("row", block.rows), ...block.columns.flatMap(columnParts)];
		case "module-assessment":
			return [...listed("dimension", block.dimensions), ...points(block.state), ...listed("outlook", block.outlooks)];
		case "actor-map":
			return block.parts.flatMap((part) => part.columns.flatMap(columnParts));
		case "rich-text":
		case "text":
		case "actions":
		case "decision":
		case "synthesis":
		case "generated":
			return [];
	}
}

function columnParts(column: Column): string[] {
	const name = `column ${column.id}`;
	const values =
		column.kind === "choice" ? listed("option", column.options) : column.kind === "scale" ? points(column.scale) : [];
	return [`${name} ${column.kind}`, ...values.map((value) => `${name} ${value}`)];
}

function listed(noun: string, things: readonly { id: string }[]): string[] {
	return things.map(({ id }) => `${noun} ${id}`);
}

function points(scale: Scale): string[] {
	return scale.points.map(({ value }) => `point ${value}`);
}
