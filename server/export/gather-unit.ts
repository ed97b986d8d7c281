import { type UnitRatings, unitKey } from "../../worksheets/assessment/units.ts";
import { ratedParts } from "../../worksheets/blocks/rated-parts.ts";
import { accepted, type Result, refusal } from "../../worksheets/contract/result.ts";
import type { Snapshot } from "../../worksheets/contract/snapshot.ts";
import { questionLabel, questionSubject } from "../../worksheets/document/question-label.ts";
import { questionAmong, ratedBlocks } from "../../worksheets/document/ratings.ts";
import { withoutSoftHyphens } from "../../worksheets/report/soft-hyphens.ts";
import type { UnitResults } from "../../worksheets/report/unit-results.ts";
import { unitWords } from "../../worksheets/report/unit-words.ts";
import type { Worksheet } from "../../worksheets/schema/worksheet.ts";
import { workshopIn } from "./gather.ts";

interface UnitOptions {
	/** The asker's own view: a unit that it does not name is not theirs. */
	snapshot: Snapshot;
	unit: string;
	worksheets: ReadonlyMap<string, Worksheet>;
	/** What was counted of all units. */
	counted: readonly UnitRatings[];
	now: number;
}

/** What the people of one unit have rated, beside all others. Refused `not-found` where nothing is told of it. */
export function gatherUnit({ snapshot, unit, worksheets, counted, now }: UnitOptions): Result<UnitResults> {
	const key = unitKey(unit);
	const { workshop, units } = snapshot;
	const name = units?.names.find((candidate) => unitKey(candidate) === key);
	if (units === null || name === undefined) return refusal("not-found", "unit");
	const { language } = workshop;
	const questions = counted.flatMap(({ worksheet: id, question, units }) => {
		const definition = worksheets.get(id);
		const own = units.find((candidate) => unitKey(candidate.unit) === key);
		if (definition === undefined || own === undefined) return [];
		const worksheet = withoutSoftHyphens(definition);
		const rated = questionAmong(
			ratedBlocks(worksheet).map(({ block }) => block),
			question,
		);
		if (rated === null) return [];
		const asked = ratedParts(rated.block);
		const { ownEntry } = unitWords[language];
		return [
			{
				worksheet: id,
				question,
				label: questionLabel(worksheet, question, language, ownEntry),
				title: worksheet.title[language],
				prompt: rated.block.label[language],
				subject: questionSubject(worksheet, question, language, ownEntry),
				people: own.people,
				others: own.others,
				parts: own.parts.map(({ part, own, others }) => {
					const about = asked.find((one) => one.part === part);
					return {
						part,
						label: about?.label[language] ?? part,
						points: about?.scale.points.map(({ value, label }) => ({ value, label: label[language] })) ?? [],
						unknown: about?.scale.unknown[language] ?? "",
						own,
						others,
					};
				}),
			},
		];
	});
	return accepted({
		format: "arena-unit-results",
		version: 1,
		exportedAt: now,
		interim: workshop.status !== "ended",
		language,
		workshop: workshopIn(snapshot),
		unit: name,
		countedAt: units.at,
		questions,
	});
}
