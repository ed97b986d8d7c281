import type * as Y from "yjs";
import { reportWords } from "../report/words.ts";
import { type BlockType, nameOf } from "./block-type.ts";
import type { BlockOf } from "./definitions.ts";
import { optionText, type Point, pointText, readOption, readPoint } from "./points.ts";
import { mapAt, setKey, textAt } from "./y-types.ts";

/**
 * Stand and Perspektive of one structure module, dimension by dimension. Repeats over the chosen modules.
 *
 * Stored: `doc.getMap(<block>/<module>)`: `<dimension>.state` (a point's value, or "unknown") and
 * `<dimension>.outlook` (an option's id); the texts are `doc.getText(<block>/<module>.<dimension>.evidence)` and
 * `….remark`.
 */
type Definition = BlockOf<"module-assessment">;

export interface DimensionAnswer {
	id: string;
	state: Point | null;
	outlook: string | null;
	evidence: string;
	remark: string;
}

/** Every dimension of the definition, in its order. */
export interface ModuleAssessmentAnswer {
	dimensions: DimensionAnswer[];
}

export const moduleAssessmentBlock: BlockType<"module-assessment", Definition, ModuleAssessmentAnswer> = {
	type: "module-assessment",
	read(doc, block, item) {
		const map = mapAt(doc, nameOf(block.id, item));
		return {
			dimensions: block.dimensions.map(({ id }) => ({
				id,
				state: readPoint(block.state, map?.get(`${id}.state`)),
				outlook: readOption(block.outlooks, map?.get(`${id}.outlook`)),
				evidence: textAt(doc, nameOf(block.id, item, id, "evidence")),
				remark: textAt(doc, nameOf(block.id, item, id, "remark")),
			})),
		};
	},
	isEmpty: isUnassessed,
	report(block, answer, language) {
		if (isUnassessed(answer)) return [];
		const words = reportWords[language];
		const given = new Map(answer.dimensions.map((dimension) => [dimension.id, dimension]));
		return [
			{
				kind: "table",
				caption: block.label[language],
				head: [words.dimension, words.state, words.evidence, words.outlook, words.remark],
				rows: block.dimensions.map((dimension) => {
					const values = given.get(dimension.id);
					return [
						dimension.label[language],
						pointText(block.state, values?.state, language),
						values?.evidence.trim() ?? "",
						optionText(block.outlooks, values?.outlook, language),
						values?.remark.trim() ?? "",
					];
				}),
				share: [3, 3, 4, 2, 4],
			},
		];
	},
};

function isUnassessed(answer: ModuleAssessmentAnswer): boolean {
	return answer.dimensions.every(
		({ state, outlook, evidence, remark }) =>
			state === null && outlook === null && evidence.trim() === "" && remark.trim() === "",
	);
}

/** Sets Stand (a point or "unknown") or Perspektive (an option's id) of a dimension; null takes it back. */
export function setAssessment(
	doc: Y.Doc,
	block: Definition,
	item: string | undefined,
	dimensionId: string,
	part: { state: Point | null } | { outlook: string | null },
): void {
	doc.transact(() => {
		const map = doc.getMap(nameOf(block.id, item));
		if ("state" in part) setKey(map, `${dimensionId}.state`, part.state);
		else setKey(map, `${dimensionId}.outlook`, part.outlook);
	});
}

/** The text the evidence or remark field binds to. */
export function assessmentText(
	doc: Y.Doc,
	block: Definition,
	item: string | undefined,
	dimensionId: string,
	part: "evidence" | "remark",
): Y.Text {
	return doc.getText(nameOf(block.id, item, dimensionId, part));
}
