import type { BlockOf } from "../blocks/definitions.ts";
import { isAssessment } from "../blocks/is-assessment.ts";
import type { Language } from "../contract/languages.ts";
import type { Assessment, OverviewCell } from "../contract/plenary.ts";
import { splitName } from "../document/names.ts";
import { questionSubject } from "../document/question-label.ts";
import { withoutSoftHyphens } from "../report/soft-hyphens.ts";
import { unitWords } from "../report/unit-words.ts";
import type { Worksheet } from "../schema/worksheet.ts";
import { isNameless } from "./distribution.ts";
import { emptyAssessment, withModulesByName } from "./overview.ts";
import { type UnitRatings, unitKey } from "./units.ts";

type Definition = BlockOf<"module-assessment">;
type Row = UnitRatings["units"][number];

/**
 * What the people of each municipality say of the same thing, side by side: the overview of groups with municipalities
 * for rows, made of what was counted of them and of nothing else. One assessment for each block by which modules are
 * assessed, where anything of it was counted.
 */
export function overviewOfUnits(
	counted: readonly UnitRatings[],
	worksheets: ReadonlyMap<string, Worksheet>,
	language: Language,
): Assessment[] {
	return [...new Set(counted.map(({ worksheet }) => worksheet))].flatMap((id) => {
		const definition = worksheets.get(id);
		if (definition === undefined) return [];
		const worksheet = withoutSoftHyphens(definition);
		const questions = counted.filter((one) => one.worksheet === id);
		return worksheet.sections
			.flatMap(({ blocks }) => blocks)
			.filter(isAssessment)
			.map((block) => assessmentOf(worksheet, block, questions, language))
			.filter(({ modules }) => modules.length > 0);
	});
}

function assessmentOf(
	worksheet: Worksheet,
	block: Definition,
	counted: readonly UnitRatings[],
	language: Language,
): Assessment {
	const byName = new Intl.Collator(language).compare;
	const names = new Map<string, string>();
	const modules: Assessment["modules"] = [];
	for (const { question, units } of counted) {
		const { block: id, item } = splitName(question) ?? { block: question, item: undefined };
		if (id !== block.id) continue;
		const rows = units
			.toSorted((one, other) => byName(one.unit, other.unit))
			.map((row) => ({ document: nameOfRow(row), question, unit: row.unit, cells: cellsOf(block, row) }))
			.filter(({ cells }) => cells.some(({ value }) => value !== null));
		if (rows.length === 0) continue;
		for (const { document, unit } of rows) if (!names.has(document)) names.set(document, unit);
		modules.push({
			id: item ?? "",
			// What a group has named by itself is its own text, and nobody's to show.
			label: questionSubject(worksheet, question, language, unitWords[language].ownEntry) ?? block.label[language],
			rows: rows.map(({ document, cells }) => ({ document, question, cells })),
		});
	}
	const assessment: Assessment = {
		...emptyAssessment({ worksheet: worksheet.id, title: worksheet.title[language] }, block, language),
		view: "units",
		units: [...names]
			.map(([document, name]) => ({ document, kind: "unit" as const, id: null, name }))
			.sort((one, other) => byName(one.name, other.name)),
		modules: numbered(modules),
	};
	return withModulesByName(assessment, language);
}

/** The same for each way of writing a municipality; no sheet is called so. */
function nameOfRow({ unit }: Row): string {
	return `unit/${unitKey(unit)}`;
}

/** A dimension that has come since is not told of anybody. */
function cellsOf({ dimensions }: Definition, { parts }: Row): OverviewCell[] {
	return dimensions.map(({ id }) => {
		const own = parts.find(({ part }) => part === id)?.own ?? null;
		const distribution = own !== null && own.n > 0 && isNameless(own) ? own : null;
		return {
			value: distribution?.median ?? null,
			outlook: "",
			evidence: "",
			reason: "",
			dissent: "",
			distribution,
		};
	});
}

/** Several own entries are told apart by a number. */
function numbered(modules: Assessment["modules"]): Assessment["modules"] {
	return modules.map((module, at) => {
		const alike = modules.filter(({ label }) => label === module.label);
		const before = modules.slice(0, at).filter(({ label }) => label === module.label).length;
		return alike.length === 1 ? module : { ...module, label: `${module.label} ${before + 1}` };
	});
}
