import type * as Y from "yjs";
import { reportWords } from "../report/words.ts";
import type { Row } from "../schema/parts.ts";
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
	/** What was written under dimensions that are no longer asked about; absent where nothing was. */
	former?: DimensionAnswer[];
}

export const moduleAssessmentBlock: BlockType<"module-assessment", Definition, ModuleAssessmentAnswer> = {
	type: "module-assessment",
	read(doc, block, item) {
		const map = mapAt(doc, nameOf(block.id, item));
		const answerOf = ({ id }: Row): DimensionAnswer => ({
			id,
			state: readPoint(block.state, map?.get(`${id}.state`)),
			outlook: readOption(block.outlooks, map?.get(`${id}.outlook`)),
			evidence: textAt(doc, nameOf(block.id, item, id, "evidence")),
			remark: textAt(doc, nameOf(block.id, item, id, "remark")),
		});
		const former = (block.former ?? []).map(answerOf).filter(isAssessed);
		return { dimensions: block.dimensions.map(answerOf), ...(former.length === 0 ? {} : { former }) };
	},
	isEmpty: isUnassessed,
	report(block, answer, language) {
		if (isUnassessed(answer)) return [];
		const words = reportWords[language];
		const given = new Map([...answer.dimensions, ...(answer.former ?? [])].map((one) => [one.id, one]));
		const row = (name: string, id: string) => {
			const values = given.get(id);
			return [
				name,
				pointText(block.state, values?.state, language),
				values?.evidence.trim() ?? "",
				optionText(block.outlooks, values?.outlook, language),
				values?.remark.trim() ?? "",
			];
		};
		return [
			{
				kind: "table",
				caption: block.label[language],
				head: [words.dimension, words.state, words.evidence, words.outlook, words.remark],
				rows: [
					...block.dimensions.map(({ id, label }) => row(label[language], id)),
					...(block.former ?? [])
						.filter(({ id }) => given.has(id))
						.map(({ id, label }) => row(words.formerDimension(label[language]), id)),
				],
				share: [3, 3, 4, 2, 4],
			},
		];
	},
};

function isAssessed({ state, outlook, evidence, remark }: DimensionAnswer): boolean {
	return state !== null || outlook !== null || evidence.trim() !== "" || remark.trim() !== "";
}

function isUnassessed({ dimensions, former }: ModuleAssessmentAnswer): boolean {
	return former === undefined && !dimensions.some(isAssessed);
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
