import { hasAssessment } from "../../worksheets/assessment/overview.ts";
import { LIMITS } from "../../worksheets/contract/limits.ts";
import { accepted, type Result, refusal } from "../../worksheets/contract/result.ts";
import type { OwnDimensions } from "../../worksheets/schema/own-dimensions.ts";
import { withDimensions } from "../../worksheets/schema/own-dimensions.ts";
import type { Worksheet } from "../../worksheets/schema/worksheet.ts";
import type { SessionState } from "./state.ts";
import type { Context } from "./step.ts";

/**
 * What a workshop asks by once its dimensions are set. What is taken away while sheets that ask by them are open is kept
 * by name, for the sake of what was written under it; refused `too-large` where a workshop has had more than it may.
 */
export function ownDimensions(
	{ workshop, documents }: SessionState,
	dimensions: OwnDimensions["dimensions"],
	worksheet: Context["worksheet"],
): Result<OwnDimensions> {
	const isAsked = documents.some((document) => asksByDimensions(worksheet(document.worksheet)));
	if (!isAsked) return accepted({ dimensions, formerDimensions: [] });
	const asked = new Set(dimensions?.dimensions.map(({ id }) => id));
	const before = new Map(
		[...workshop.formerDimensions, ...(workshop.dimensions?.dimensions ?? [])].map((one) => [one.id, one]),
	);
	const formerDimensions = [...before.values()].filter(({ id }) => !asked.has(id));
	if (formerDimensions.length > LIMITS.formerDimensions) {
		return refusal("too-large", "details.dimensions: too many different ones so far");
	}
	return accepted({ dimensions, formerDimensions });
}

/** A sheet that nobody knows any more may have asked by them. */
function asksByDimensions(worksheet: Worksheet | undefined): boolean {
	return worksheet === undefined || hasAssessment(worksheet);
}

/** The definitions a workshop has, asked by its own dimensions; the same object until those change. */
export class OwnDefinitions {
	readonly #kept: Map<string, Worksheet>;
	#last: { own: OwnDimensions; definitions: ReadonlyMap<string, Worksheet> } | null = null;

	constructor(kept: ReadonlyMap<string, Worksheet>) {
		this.#kept = new Map(kept);
	}

	/** As the workshop was created with them, or took them up. */
	get kept(): ReadonlyMap<string, Worksheet> {
		return this.#kept;
	}

	takeUp(worksheets: ReadonlyMap<string, Worksheet>): void {
		for (const [id, worksheet] of worksheets) this.#kept.set(id, worksheet);
		if (worksheets.size > 0) this.#last = null;
	}

	for({ workshop }: SessionState): ReadonlyMap<string, Worksheet> {
		const { dimensions, formerDimensions } = workshop;
		const last = this.#last;
		if (last !== null && last.own.dimensions === dimensions && last.own.formerDimensions === formerDimensions) {
			return last.definitions;
		}
		const own = { dimensions, formerDimensions };
		const definitions = new Map([...this.#kept].map(([id, worksheet]) => [id, withDimensions(worksheet, own)]));
		this.#last = { own, definitions };
		return definitions;
	}
}
