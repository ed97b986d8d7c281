import type * as Y from "yjs";
import type { z } from "zod";
import type { Language, Localized } from "../contract/languages.ts";
import { generatedWords } from "../report/generated-words.ts";
import type { ReportNode } from "../report/nodes.ts";
import { oneDecimal } from "../report/numbers.ts";
import type { Scale } from "../schema/parts.ts";
import type { conditionSchema, profileAnswerSchema } from "./answers.ts";
import type { BlockOf } from "./definitions.ts";
import { matrixBlock } from "./matrix.ts";
import type { Point } from "./points.ts";

type Definition = Extract<BlockOf<"generated">, { view: "profile" }>;

/** How far one condition is, in the mean of what was rated of it. */
type Condition = z.infer<typeof conditionSchema>;

export type ProfileAnswer = z.infer<typeof profileAnswerSchema>;

export function readProfile(doc: Y.Doc, block: Definition): ProfileAnswer {
	const conditions = block.of.map((entry) => readCondition(doc, entry));
	const values = scaleOf(block.of[0]?.block)?.points.map(({ value }) => value) ?? [];
	const weight = ({ mean }: Condition) => mean ?? Number.POSITIVE_INFINITY;
	return {
		view: "profile",
		lowest: values[0] ?? 0,
		highest: values.at(-1) ?? 0,
		// Two infinities differ by NaN, which sorts as equal.
		conditions: conditions.sort((one, other) => weight(one) - weight(other) || 0),
	};
}

function readCondition(doc: Y.Doc, { name, block }: Definition["of"][number]): Condition {
	const column = block.columns.find(({ kind }) => kind === "scale");
	const points = matrixBlock
		.read(doc, block)
		.rows.map(({ cells }) => (column === undefined ? null : (cells[column.id] as Point | null)));
	const rated = points.filter((point) => typeof point === "number");
	const sum = rated.reduce((total, point) => total + point, 0);
	const mean = rated.length === 0 ? null : Math.round((sum * 10) / rated.length) / 10;
	const unknown = points.filter((point) => point === "unknown").length;
	const near = mean === null ? null : nearestPoint(scaleOf(block), mean);
	return { block: block.id, name, mean, near, rated: rated.length, unknown, rows: points.length };
}

function scaleOf(matrix: BlockOf<"matrix"> | undefined): Scale | undefined {
	return matrix?.columns.find((column) => column.kind === "scale")?.scale;
}

function nearestPoint(scale: Scale | undefined, mean: number): Localized | null {
	const distance = ({ value }: { value: number }) => Math.abs(value - mean);
	const [nearest] = [...(scale?.points ?? [])].sort((one, other) => distance(one) - distance(other));
	return nearest?.label ?? null;
}

/** „Am schwächsten ist Können mit 1,2 von 4 („in Planung“), am stärksten Müssen mit 2,8 von 4 („umgesetzt“).“ */
export function profileSentence({ conditions, highest }: ProfileAnswer, language: Language): string {
	const words = generatedWords[language].profile;
	const rated = conditions.flatMap(({ mean, near, name }) =>
		mean === null ? [] : [{ mean, near: near?.[language] ?? "", name: name[language] }],
	);
	const [weakest] = rated;
	const strongest = rated.at(-1);
	if (weakest === undefined || strongest === undefined) return words.nothing;
	const level = ({ mean, near }: typeof weakest) => ({
		names: rated.filter((one) => one.mean === mean).map(({ name }) => name),
		mean: oneDecimal(mean, language),
		highest: String(highest),
		near,
	});
	const missing = conditions.filter(({ mean }) => mean === null).map(({ name }) => name[language]);
	const said =
		rated.length === 1
			? words.only(level(weakest))
			: weakest.mean === strongest.mean
				? words.equal(level(weakest))
				: words.between(level(weakest), level(strongest));
	return missing.length === 0 ? `${said}.` : `${said}; ${words.missing(missing)}.`;
}

function profileTable(answer: ProfileAnswer, language: Language): { head: string[]; rows: string[][] } {
	const words = generatedWords[language].profile;
	return {
		head: [words.condition, words.mean(answer.lowest, answer.highest), words.near, words.rated, words.unknown],
		rows: answer.conditions.map(({ name, mean, near, rated, unknown, rows }) => [
			name[language],
			mean === null ? "–" : oneDecimal(mean, language),
			near?.[language] ?? "–",
			words.ofAll(rated, rows),
			String(unknown),
		]),
	};
}

export function profileReport(answer: ProfileAnswer, language: Language): ReportNode[] {
	const caption = generatedWords[language].profile.caption;
	return [
		{ kind: "paragraph", text: profileSentence(answer, language) },
		{ kind: "table", caption, ...profileTable(answer, language) },
	];
}
