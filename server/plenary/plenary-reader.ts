import { hasAssessment, onlyShown, overviewOf, speaking } from "../../worksheets/assessment/overview.ts";
import { overviewOfUnits } from "../../worksheets/assessment/overview-units.ts";
import type { UnitRatings } from "../../worksheets/assessment/units.ts";
import type { Assessment, Plenary } from "../../worksheets/contract/plenary.ts";
import { accepted, type Result } from "../../worksheets/contract/result.ts";
import type { Snapshot } from "../../worksheets/contract/snapshot.ts";
import type { Actor } from "../access/actor.ts";
import { createGatherer, type GathererOptions } from "../export/gatherer.ts";
import type { Sessions } from "../session/sessions.ts";

export interface PlenaryReader {
	/** What this actor may see of all groups side by side, as their sheets stood at most `FRESH_MS` ago. */
	see(actor: Actor): Promise<Result<Plenary>>;
}

interface PlenaryReaderOptions extends GathererOptions {
	sessions: GathererOptions["sessions"] & Pick<Sessions, "plenary" | "onErase">;
}

/** When something is shown, the whole room asks at once: the sheets are read once for all of them. */
const FRESH_MS = 2_000;

/** As the sessions tell it. */
interface Source {
	snapshot: Snapshot;
	basis: object;
	counted: readonly UnitRatings[];
}

interface Kept {
	/** A command may have changed whose sheets there are, and what is revealed; what people write is read anew in time. */
	basis: object;
	at: number;
	overview: Promise<Assessment[]>;
}

export function createPlenaryReader({ sessions, read, readLate, clock }: PlenaryReaderOptions): PlenaryReader {
	const gathered = createGatherer({ sessions, read, readLate, clock });
	const kept = new Map<string, Kept>();
	sessions.onErase((workshopId) => kept.delete(workshopId));

	async function readOverview(workshopId: string, { snapshot, counted }: Source): Promise<Assessment[]> {
		const results = await gathered(workshopId, snapshot, {
			wanted: ({ scope }, worksheet) => scope.kind !== "participant" && hasAssessment(worksheet),
		});
		if (!results.ok) return [];
		const groupsNow = new Set(snapshot.groups.map(({ id }) => id));
		const { language } = snapshot.workshop;
		return [
			...overviewOf(speaking(results.value.sheets, groupsNow), language),
			...overviewOfUnits(counted, await sessions.worksheets(workshopId), language),
		];
	}

	function overviewNow(workshopId: string, source: Source): Promise<Assessment[]> {
		const now = clock.now();
		const known = kept.get(workshopId);
		if (known?.basis === source.basis && now - known.at < FRESH_MS) return known.overview;
		const reading: Kept = { basis: source.basis, at: now, overview: readOverview(workshopId, source) };
		kept.set(workshopId, reading);
		// What failed is read anew, and what nobody asks for again is not kept.
		const forget = () => {
			if (kept.get(workshopId) === reading) kept.delete(workshopId);
		};
		reading.overview.catch(forget);
		setTimeout(forget, FRESH_MS).unref();
		return reading.overview;
	}

	return {
		async see(actor) {
			const source = await sessions.plenary(actor);
			if (!source.ok) return source;
			const { snapshot, open } = source.value;
			const { language } = snapshot.workshop;
			if (open !== "all" && open.size === 0) return accepted({ language, assessments: [] });
			const overview = await overviewNow(actor.workshopId, source.value);
			return accepted({ language, assessments: open === "all" ? overview : onlyShown(overview, open) });
		},
	};
}
