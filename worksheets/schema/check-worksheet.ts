import { actorMapFaults } from "./check-actor-map.ts";
import { type Earlier, earlierBlock, notEarlier } from "./check-earlier.ts";
import { generatedFaults } from "./check-generated.ts";
import { columnsFaults, repeatedIds, scaleFaults, written } from "./check-lists.ts";
import { DONE_BLOCK, PROGRESS_SECTION } from "./done-marks.ts";
import type { ContentPath, Fault } from "./problem.ts";
import type { SourceAnswers, SourceBlock, SourceWorksheet } from "./source.ts";

/** What a schema cannot say about one worksheet: ids are unique, and blocks name only what stands above them. */
export function worksheetFaults(worksheet: SourceWorksheet): Fault[] {
	const faults = [
		...repeatedIds(worksheet.sections, ["sections"], "section"),
		...repeatedIds(worksheet.terms ?? [], ["terms"], "term"),
	];
	const blocks = new Set<string>();
	const earlier = new Map<string, SourceBlock>();
	let decided = false;

	worksheet.sections.forEach((section, sectionIndex) => {
		const at = ["sections", sectionIndex];
		if (section.id === PROGRESS_SECTION) faults.push({ at: [...at, "id"], reason: "this id is reserved" });
		if (section.repeat !== undefined) faults.push(...repeatFaults(section.repeat.over, earlier, [...at, "repeat"]));

		section.blocks.forEach((block, blockIndex) => {
			const here = [...at, "blocks", blockIndex];
			if (block.id === DONE_BLOCK) faults.push({ at: [...here, "id"], reason: "this id is reserved" });
			if (blocks.has(block.id)) {
				faults.push({ at: [...here, "id"], reason: `block "${block.id}" exists already in this worksheet` });
			}
			blocks.add(block.id);
			if (block.type === "decision") {
				if (decided) faults.push({ at: here, reason: "a worksheet holds one decision" });
				if (section.repeat !== undefined) faults.push({ at: here, reason: "a decision does not repeat" });
				decided = true;
			}
			if (block.repeat !== undefined) {
				if (section.repeat !== undefined) {
					faults.push({ at: [...here, "repeat"], reason: "the section repeats already" });
				} else {
					faults.push(...repeatFaults(block.repeat.over, earlier, [...here, "repeat"]));
				}
			}
			faults.push(...blockFaults(block, here));
			if (block.type === "generated") {
				if (section.repeat !== undefined) faults.push({ at: here, reason: "a generated block does not repeat" });
				faults.push(...generatedFaults(block, earlier, here));
			}
			if ((section.repeat ?? block.repeat) === undefined) earlier.set(block.id, block);
		});
	});
	return faults;
}

function repeatFaults(over: string, earlier: Earlier, at: ContentPath): Fault[] {
	if (earlierBlock(earlier, "ranking", over) !== undefined) return [];
	return [notEarlier(earlier, "ranking", over, [...at, "over"])];
}

function blockFaults(block: SourceBlock, at: ContentPath): Fault[] {
	switch (block.type) {
		case "choice":
		case "multi-choice":
		case "ranking":
			return written(block.options, [...at, "options"], "option");
		case "scale":
			return typeof block.scale === "string" ? [] : scaleFaults(block.scale, [...at, "scale"]);
		case "checklist":
			return [
				...repeatedIds(block.items, [...at, "items"], "item"),
				...answersFaults(block.answers, [...at, "answers"]),
			];
		case "table":
			return columnsFaults(block.columns, [...at, "columns"]);
		case "matrix":
			return [...repeatedIds(block.rows, [...at, "rows"], "row"), ...columnsFaults(block.columns, [...at, "columns"])];
		case "actor-map":
			return actorMapFaults(block, at);
		case "module-assessment":
			return [
				...written(block.dimensions, [...at, "dimensions"], "dimension"),
				...(typeof block.state === "string" ? [] : scaleFaults(block.state, [...at, "state"])),
				...written(block.outlooks, [...at, "outlooks"], "option"),
			];
		case "rich-text":
		case "text":
		case "actions":
		case "decision":
		case "generated":
			return [];
	}
}

function answersFaults(answers: SourceAnswers, at: ContentPath): Fault[] {
	if (typeof answers === "string") return [];
	if ("options" in answers) return written(answers.options, [...at, "options"], "option");
	return typeof answers.scale === "string" ? [] : scaleFaults(answers.scale, [...at, "scale"]);
}
