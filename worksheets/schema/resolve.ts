import type { Block, BlockOf } from "../blocks/definitions.ts";
import { isQuestion } from "../blocks/is-question.ts";
import { DONE_BLOCK, PROGRESS_SECTION } from "./done-marks.ts";
import type { Column, Repeat } from "./parts.ts";
import type { Shelf } from "./references.ts";
import { resolveGenerated } from "./resolve-generated.ts";
import type { SourceAnswers, SourceBlock, SourceColumn, SourceGenerated, SourceWorksheet } from "./source.ts";
import type { Section, Worksheet } from "./worksheet.ts";

/**
 * A checked worksheet in the form the rest of Arena knows: names replaced by what they stand for, a section's `repeat`
 * handed down to its blocks, and the progress section with the done marks at the end.
 */
export function resolveWorksheet(source: SourceWorksheet, shelf: Shelf): Worksheet {
	const earlier = new Map<string, Block>();
	const sections = source.sections.map((section): Section => {
		const blocks = section.blocks.map((block) => {
			const repeat = repeatOf(block, section.repeat ?? block.repeat);
			const resolved = block.type === "generated" ? resolveGenerated(block, earlier) : resolveBlock(block, shelf);
			const whole = withRepeat(resolved, repeat);
			earlier.set(whole.id, whole);
			return whole;
		});
		return { ...section, blocks };
	});
	return { ...source, sections: [...sections, progressSection(sections)] };
}

function repeatOf(block: SourceBlock, repeat: Repeat | undefined): Repeat | undefined {
	return hasNamesOfItsOwn(block) ? { ...repeat, cells: true } : repeat;
}

/** Blocks that keep something beside the top-level name that is their id. */
function hasNamesOfItsOwn(block: SourceBlock): boolean {
	switch (block.type) {
		case "matrix":
		case "module-assessment":
		case "decision":
			return true;
		case "actor-map":
			return block.private;
		case "rich-text":
			return block.keyMessage === true;
		case "checklist":
			return block.note === true;
		default:
			return false;
	}
}

function withRepeat(block: Block, repeat: Repeat | undefined): Block {
	return repeat === undefined || block.type === "generated" ? block : { ...block, repeat };
}

function resolveBlock(block: Exclude<SourceBlock, SourceGenerated>, shelf: Shelf): Block {
	switch (block.type) {
		case "choice":
		case "multi-choice":
		case "ranking":
			return { ...block, options: take(shelf.options, block.options) };
		case "scale":
			return { ...block, scale: take(shelf.scales, block.scale) };
		case "table":
		case "matrix":
			return { ...block, columns: block.columns.map((column) => resolveColumn(column, shelf)) };
		case "actor-map":
			return {
				...block,
				parts: block.parts.map((part) => ({
					...part,
					columns: part.columns.map((column) => resolveColumn(column, shelf)),
				})),
			};
		case "module-assessment":
			return {
				...block,
				dimensions: take(shelf.dimensions, block.dimensions),
				state: take(shelf.scales, block.state),
				outlooks: take(shelf.options, block.outlooks),
			};
		case "checklist":
			return { ...block, answers: resolveAnswers(block.answers, shelf) };
		case "rich-text":
		case "text":
		case "actions":
		case "decision":
			return block;
	}
}

function resolveAnswers(answers: SourceAnswers, shelf: Shelf): BlockOf<"checklist">["answers"] {
	if (typeof answers === "string") return answers;
	if ("scale" in answers) return { scale: take(shelf.scales, answers.scale) };
	return { options: take(shelf.options, answers.options) };
}

function resolveColumn(column: SourceColumn, shelf: Shelf): Column {
	if (column.kind === "choice") return { ...column, options: take(shelf.options, column.options) };
	if (column.kind === "scale") return { ...column, scale: take(shelf.scales, column.scale) };
	return column;
}

/** The thing itself, or what its name stands for. Names were checked before; an unknown one here is a bug. */
function take<Thing extends object>(shelf: ReadonlyMap<string, Thing>, value: string | Thing): Thing {
	if (typeof value !== "string") return value;
	const thing = shelf.get(value);
	if (thing === undefined) throw new Error(`unchecked reference ${value}`);
	return thing;
}

/** One tick a question. Repeated questions use the key `<block>/<item>` inside the same map. */
function progressSection(sections: readonly Section[]): Section {
	const questions = sections.flatMap((section) => section.blocks).filter(isQuestion);
	return {
		id: PROGRESS_SECTION,
		role: "progress",
		title: { de: "Fortschritt", en: "Progress" },
		blocks: [
			{
				id: DONE_BLOCK,
				type: "checklist",
				label: { de: "Fertige Fragen", en: "Questions done" },
				answers: "tick",
				items: questions.map(({ id, label }) => ({ id, label })),
			},
		],
	};
}
