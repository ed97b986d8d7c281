import { isRated } from "../../worksheets/blocks/rated-parts.ts";
import { isPlan, planBlockOf } from "../../worksheets/plan/steps.ts";
import type { PartOfResults } from "../../worksheets/report/result-parts.ts";
import type { Worksheet } from "../../worksheets/schema/worksheet.ts";
import type { GatherOptions } from "./gather.ts";

/** Which sheets need to be read for a part; of the plan's, whatever was taken into it. */
export function wantedFor(part: PartOfResults): NonNullable<GatherOptions["wanted"]> {
	switch (part.kind) {
		case "all":
			return () => true;
		case "own":
			return ({ scope }) => scope.kind === "participant";
		case "group":
			return ({ scope }, worksheet) =>
				scope.kind === "group"
					? scope.id === part.group
					: scope.kind === "plenary" && planBlockOf(worksheet) !== undefined;
		default:
			return ({ scope }) => scope.kind !== "participant";
	}
}

/** Whether a comparison looks into a worksheet at all: at what is rated in it, or at the plan of measures. */
export function isCompared({ sections }: Worksheet): boolean {
	return sections.some(({ blocks }) => blocks.some((block) => isRated(block) || isPlan(block)));
}
