import { compareMeasures } from "../../worksheets/assessment/compared-measures.ts";
import { compare } from "../../worksheets/assessment/comparison.ts";
import { exportedSchema } from "../../worksheets/assessment/exported.ts";
import { type Occasion, occasionSchema } from "../../worksheets/assessment/occasion.ts";
import { occasionOf } from "../../worksheets/assessment/occasion-of.ts";
import { LIMITS } from "../../worksheets/contract/limits.ts";
import { accepted, type Result, refusal } from "../../worksheets/contract/result.ts";
import { steers } from "../../worksheets/contract/roles.ts";
import type { AddedOccasion, SeriesDate, SeriesView } from "../../worksheets/contract/series.ts";
import type { Actor } from "../access/actor.ts";
import type { Clock } from "../clock.ts";
import type { Exporter } from "../export/exporter.ts";
import type { Logger } from "../logger.ts";
import { attemptWrite } from "../session/attempt-write.ts";
import type { Sessions } from "../session/sessions.ts";
import type { Storage } from "../storage/storage.ts";

/** Workshops that belong together, compared over their dates. */
export interface SeriesRoom {
	/**
	 * The dates of a series that these actors steer, with what was added to them from files. Whoever steers none of its
	 * workshops learns nothing: `not-found`, as where there is no such series.
	 */
	view(actors: readonly Actor[], seriesId: string): Promise<Result<SeriesView>>;
	/** Refused `forbidden` for whoever does not steer, and as any asking is. */
	mayAdd(actor: Actor): Promise<Result<void>>;
	/**
	 * Keeps what an exported file gives to the comparison, and nothing else of it. The same workshop's file again takes
	 * the place of the first. Refused as `mayAdd` is, `invalid` with the field that is wrong, `wrong-state` for a rehearsal's
	 * file, `full` where there are too many.
	 */
	add(actor: Actor, file: unknown): Promise<Result<AddedOccasion>>;
	/** Refused as `mayAdd` is, and `not-found`. */
	remove(actor: Actor, occasionId: string): Promise<Result<void>>;
}

export interface SeriesOptions {
	sessions: Pick<Sessions, "snapshot">;
	exporter: Pick<Exporter, "occasion">;
	storage: Pick<Storage, "addOccasion" | "removeOccasion" | "occasionsOf">;
	clock: Clock;
	logger: Logger;
}

interface DatedOccasion {
	occasion: Occasion;
	file: SeriesDate["file"];
}

export function createSeriesRoom({ sessions, exporter, storage, clock, logger }: SeriesOptions): SeriesRoom {
	/** Those of the actors' workshops that belong to the series. */
	async function membersOf(actors: readonly Actor[], seriesId: string) {
		const members = [];
		for (const actor of actors.filter(({ role }) => steers(role))) {
			const snapshot = await sessions.snapshot(actor);
			if (snapshot.ok && snapshot.value.workshop.series?.id === seriesId) {
				members.push({ actor, workshop: snapshot.value.workshop });
			}
		}
		return members;
	}

	async function mayAdd(actor: Actor): Promise<Result<void>> {
		const snapshot = await sessions.snapshot(actor);
		if (!snapshot.ok) return snapshot;
		return steers(snapshot.value.you.role) ? accepted(undefined) : refusal("forbidden");
	}

	async function addedTo(workshopId: string): Promise<DatedOccasion[]> {
		const stored = await storage.occasionsOf(workshopId);
		return stored.flatMap(({ occasion, at }) => {
			const parsed = occasionSchema.safeParse(JSON.parse(occasion));
			if (parsed.success) return [{ occasion: parsed.data, file: { home: workshopId, at } }];
			logger.error("a stored occasion cannot be read", { workshop: workshopId });
			return [];
		});
	}

	return {
		mayAdd,

		async view(actors, seriesId) {
			const members = await membersOf(actors, seriesId);
			const dated: DatedOccasion[] = [];
			for (const { actor } of members) {
				const occasion = await exporter.occasion(actor);
				if (occasion.ok) dated.push({ occasion: occasion.value, file: null });
				else if (occasion.refused !== "invalid") return occasion;
				// One date that cannot be read does not take the others with it.
				else logger.error("a date cannot be compared", { workshop: actor.workshopId, detail: occasion.detail });
			}
			for (const { actor } of members) dated.push(...(await addedTo(actor.workshopId)));
			const dates = inOrder(eachOnce(dated));
			const last = dates.findLast(({ file }) => file === null)?.occasion;
			const home = members.find(({ workshop }) => workshop.id === last?.workshop)?.workshop;
			if (home === undefined) return refusal("not-found");
			const occasions = dates.map(({ occasion }) => occasion);
			return accepted({
				id: seriesId,
				name: home.series?.name ?? "",
				dates: dates.map(({ occasion: { parts: _parts, measures: _measures, ...date }, file }) => ({ ...date, file })),
				comparison: compare(occasions),
				measures: compareMeasures(occasions),
				home: { workshop: home.id, title: home.title, deleteOn: home.deleteOn },
			});
		},

		async add(actor, file) {
			const allowed = await mayAdd(actor);
			if (!allowed.ok) return allowed;
			const parsed = exportedSchema.safeParse(file);
			if (!parsed.success) return refusal("invalid", `file: ${parsed.error.issues[0]?.path.join(".") || "its shape"}`);
			if (parsed.data.rehearsal) return refusal("wrong-state", "the file is of a rehearsal");
			const occasion = occasionOf(parsed.data);
			if (occasion.workshop === actor.workshopId) return refusal("invalid", "file: of this very workshop");
			const known = await storage.occasionsOf(actor.workshopId);
			if (known.length >= LIMITS.occasions && !known.some(({ id }) => id === occasion.workshop)) {
				return refusal("full", "files of earlier workshops");
			}
			const entry = { id: occasion.workshop, at: clock.now(), occasion: JSON.stringify(occasion) };
			const write = storage.addOccasion(actor.workshopId, entry);
			const stored = await attemptWrite(write, logger, "an occasion could not be stored");
			return stored.ok ? accepted({ id: entry.id, title: occasion.title, date: occasion.date }) : stored;
		},

		async remove(actor, occasionId) {
			const allowed = await mayAdd(actor);
			if (!allowed.ok) return allowed;
			const write = storage.removeOccasion(actor.workshopId, occasionId);
			const removed = await attemptWrite(write, logger, "an occasion could not be removed");
			if (!removed.ok) return removed;
			return removed.value ? accepted(undefined) : refusal("not-found");
		},
	};
}

/** A workshop that is here is newer than any file of it. */
function eachOnce(dated: readonly DatedOccasion[]): DatedOccasion[] {
	const known = new Map<string, DatedOccasion>();
	for (const entry of dated) if (!known.has(entry.occasion.workshop)) known.set(entry.occasion.workshop, entry);
	return [...known.values()];
}

/** By their dates; those without one come last, by their numbers. */
function inOrder(dated: readonly DatedOccasion[]): DatedOccasion[] {
	const when = ({ occasion }: DatedOccasion) => occasion.date ?? Number.MAX_SAFE_INTEGER;
	const number = ({ occasion }: DatedOccasion) => occasion.series?.number ?? 0;
	return dated.toSorted((one, other) => when(one) - when(other) || number(one) - number(other));
}
