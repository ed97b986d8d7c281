import type * as Y from "yjs";
import type { z } from "zod";
import { reportWords } from "../report/words.ts";
import type { Row } from "../schema/parts.ts";
import type { dimensionAnswerSchema, moduleAssessmentAnswerSchema } from "./answers.ts";
import { type BlockType, nameOf } from "./block-type.ts";
import type { BlockOf } from "./definitions.ts";
import { optionText, type Point, pointText, readOption, readPoint } from "./points.ts";
import { ratedParts } from "./rated-parts.ts";
import { mapAt, setKey, textAt } from "./y-types.ts";

/**
 * Stand and Perspektive of one structure module, dimension by dimension. Repeats over the chosen modules.
 *
 * Stored: `doc.getMap(<block>/<module>)`: `<dimension>.state` (a point's value, or "unknown") and
 * `<dimension>.outlook` (an option's id); the texts are `doc.getText(<block>/<module>.<dimension>.evidence)`,
 * `….remark` and `….dissent`.
 */
type Definition = BlockOf<"module-assessment">;

export type DimensionAnswer = z.infer<typeof dimensionAnswerSchema>;

/** Every dimension of the definition, in its order. */
export type ModuleAssessmentAnswer = z.infer<typeof moduleAssessmentAnswerSchema>;

export const moduleAssessmentBlock: BlockType<"module-assessment", Definition, ModuleAssessmentAnswer> = {
	type: "module-assessment",
	read(doc, block, item) {
		const map = mapAt(doc, nameOf(block.id, item));
		const answerOf = ({ id }: Row): DimensionAnswer => {
			const dissent = textAt(doc, nameOf(block.id, item, id, "dissent"));
			return {
				id,
				state: readPoint(block.state, map?.get(`${id}.state`)),
				outlook: readOption(block.outlooks, map?.get(`${id}.outlook`)),
				evidence: textAt(doc, nameOf(block.id, item, id, "evidence")),
				remark: textAt(doc, nameOf(block.id, item, id, "remark")),
				...(dissent === "" ? {} : { dissent }),
			};
		};
		const former = (block.former ?? []).map(answerOf).filter(isAssessed);
		return { dimensions: block.dimensions.map(answerOf), ...(former.length === 0 ? {} : { former }) };
	},
	isEmpty: isUnassessed,
	rated(block, answer) {
		const given = new Map(answer.dimensions.map((one) => [one.id, one.state]));
		return ratedParts(block).map((one) => ({ ...one, value: given.get(one.part) ?? null }));
	},
	rate: (doc, block, item, part, state) => setAssessment(doc, block, item, part, { state }),
	report(block, answer, language) {
		if (isUnassessed(answer)) return [];
		const words = reportWords[language];
		const all = [...answer.dimensions, ...(answer.former ?? [])];
		const given = new Map(all.map((one) => [one.id, one]));
		// Most groups agree: then no column stands empty.
		const hasDissent = all.some(({ dissent = "" }) => dissent.trim() !== "");
		const row = (name: string, id: string) => {
			const values = given.get(id);
			return [
				name,
				pointText(block.state, values?.state, language),
				values?.evidence.trim() ?? "",
				optionText(block.outlooks, values?.outlook, language),
				values?.remark.trim() ?? "",
				...(hasDissent ? [values?.dissent?.trim() ?? ""] : []),
			];
		};
		return [
			{
				kind: "table",
				caption: block.label[language],
				head: [
					words.dimension,
					words.state,
					words.evidence,
					words.outlook,
					words.remark,
					...(hasDissent ? [words.dissent] : []),
				],
				rows: [
					...block.dimensions.map(({ id, label }) => row(label[language], id)),
					...(block.former ?? [])
						.filter(({ id }) => given.has(id))
						.map(({ id, label }) => row(words.formerDimension(label[language]), id)),
				],
				share: [3, 3, 4, 2, 4, ...(hasDissent ? [4] : [])],
			},
		];
	},
};

function isAssessed({ state, outlook, evidence, remark, dissent = "" }: DimensionAnswer): boolean {
	return state !== null || outlook !== null || [evidence, remark, dissent].some((text) => text.trim() !== "");
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

/** What people write about a dimension. */
export const ASSESSMENT_TEXTS = ["evidence", "remark", "dissent"] as const;
type AssessmentText = (typeof ASSESSMENT_TEXTS)[number];

/** The text the evidence, remark or dissent field binds to. */
export function assessmentText(
	doc: Y.Doc,
	block: Definition,
	item: string | undefined,
	dimensionId: string,
	part: AssessmentText,
): Y.Text {
	return doc.getText(nameOf(block.id, item, dimensionId, part));
}
