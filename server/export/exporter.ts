import { exportedSchema } from "../../worksheets/assessment/exported.ts";
import type { Occasion } from "../../worksheets/assessment/occasion.ts";
import { occasionOf } from "../../worksheets/assessment/occasion-of.ts";
import type { ActionRow } from "../../worksheets/blocks/actions.ts";
import type { PackageProgress } from "../../worksheets/contract/package-progress.ts";
import { accepted, type Result, refusal } from "../../worksheets/contract/result.ts";
import type { ResultPart } from "../../worksheets/contract/result-part.ts";
import type { Snapshot } from "../../worksheets/contract/snapshot.ts";
import type { AnswerSheet } from "../../worksheets/contract/statements.ts";
import type { StepSheet } from "../../worksheets/contract/steps.ts";
import { openMeasuresOf } from "../../worksheets/plan/carry.ts";
import { asksForSteps, planBlockOf, planRows, stepSheets } from "../../worksheets/plan/steps.ts";
import { measuresCalendar } from "../../worksheets/report/measures-calendar.ts";
import { type PartOfResults, partToTakeHome } from "../../worksheets/report/result-parts.ts";
import { meetingName, type Results } from "../../worksheets/report/results.ts";
import { resultsWords } from "../../worksheets/report/results-words.ts";
import type { TakeHome } from "../../worksheets/report/take-home.ts";
import { unitToTakeHome } from "../../worksheets/report/unit-results.ts";
import { answerSheets, asksForWords } from "../../worksheets/synthesis/answers.ts";
import { type Actor, shareOf } from "../access/actor.ts";
import { isKeptToOwn } from "../access/take-home.ts";
import type { Download } from "../http/download.ts";
import type { Logger } from "../logger.ts";
import type { PlenaryReader } from "../plenary/plenary-reader.ts";
import type { Sessions } from "../session/sessions.ts";
import { createBound } from "./bound.ts";
import { calendarFileName, resultsFileName } from "./file-name.ts";
import { createFileWriter } from "./file-writer.ts";
import { createFormatWriters, FILE_FORMATS } from "./format-writers.ts";
import { gatherUnit } from "./gather-unit.ts";
import { createGatherer, type GathererOptions } from "./gatherer.ts";
import { type PackageFile, withEnd } from "./package.ts";
import { createProgressBoard, type ProgressReport } from "./progress.ts";
import { resultsPackage } from "./results-package.ts";
import { isCompared, wantedFor } from "./wanted.ts";

/** In the order in which a package has them: what is ready at once comes first. */
export const FORMATS = [...FILE_FORMATS, "zip"] as const;
export type Format = (typeof FORMATS)[number];

/** Each format twice: reading every sheet is the costliest thing anybody can ask for. */
const AT_ONCE = 2 * FORMATS.length;

export interface Exporter {
	/**
	 * What this actor may take home, as a file. Refused `wrong-state` before the first phase, `not-found` where there is
	 * no such part of it (another group's sheets, own ones of somebody who has none, a unit of which nothing is told),
	 * `too-many-requests` while several of this actor's are being written.
	 */
	export(actor: Actor, format: Format, options?: ExportOptions): Promise<Result<Download>>;
	/** How far this actor's package of that id is. */
	progress(actor: Actor, id: string): PackageProgress;
	/**
	 * What the sheets that this actor may open have agreed on, and what the plan's other sources say by now; nothing of
	 * participants' own. Bounded like the exports.
	 */
	steps(actor: Actor): Promise<Result<StepSheet[]>>;
	/** The measures of the plan, as it stands, for who may open it. Bounded like the exports. */
	measures(actor: Actor): Promise<Result<ActionRow[]>>;
	/**
	 * The same as days of a calendar, of everybody or of one who is responsible. `origin`: scheme and host that people
	 * reach us by. Refused `not-found` where no measure has a day; else as `measures`.
	 */
	calendar(actor: Actor, origin: string, responsible: string | null): Promise<Result<Download>>;
	/** What they say in words, from which the synthesis board is filled. Bounded like the exports. */
	statements(actor: Actor): Promise<Result<AnswerSheet[]>>;
	/**
	 * What the workshop gives to the comparison over several dates. Refused `invalid` where it cannot be read; bounded
	 * like the exports.
	 */
	occasion(actor: Actor): Promise<Result<Occasion>>;
	/** The measures of the plan that are still open, and how the next meeting calls this one. Bounded like the exports. */
	openMeasures(actor: Actor): Promise<Result<OpenMeasures>>;
	close(): Promise<void>;
}

interface ExportOptions {
	/** All when absent. */
	part?: ResultPart;
	/** Scheme and host that people reach us by: without it a package has no days for calendars. */
	origin?: string;
	/** An id by which this actor asks how far a package is. */
	progress?: string;
}

export interface OpenMeasures {
	rows: ActionRow[];
	/** Where they stand: the document, and in words „Netzwerk, 2. Treffen, 8. März 2026“. */
	from: { document: string; name: string };
}

export interface ExporterOptions extends GathererOptions {
	sessions: GathererOptions["sessions"] & Pick<Sessions, "snapshot" | "takenHome" | "unitRatings">;
	plenary: PlenaryReader;
	logger: Logger;
	/** Uploaded files that a snapshot tells of, to go with the whole. */
	materials?: (snapshot: Snapshot) => PackageFile[];
	/** In which zone times are written; the field works in one. */
	timeZone?: string;
}

export function createExporter({
	sessions,
	read,
	readLate,
	plenary,
	clock,
	logger,
	materials = () => [],
	timeZone = "Europe/Berlin",
}: ExporterOptions): Exporter {
	const gathered = createGatherer({ sessions, read, readLate, clock });
	const files = createFileWriter({ logger });
	const writers = createFormatWriters(files, timeZone);

	/** All formats in one archive, and what else goes with them. */
	const packageOf = (
		file: TakeHome,
		days: PackageFile["write"] | null,
		last: readonly PackageFile[],
		progress: ProgressReport | undefined,
	) =>
		resultsPackage(file, {
			formats: FILE_FORMATS.map((ending) => ({ ending, write: () => writers[ending].write(file) })),
			more: days === null ? [] : [{ path: `${resultsWords[file.language].calendarFile}.ics`, write: days }],
			last,
			writtenAt: new Date(clock.now()),
			progress,
			logger,
		});

	async function seen(actor: Actor): Promise<Result<Snapshot>> {
		const snapshot = await sessions.snapshot(actor);
		return snapshot.ok && snapshot.value.you.waiting ? refusal("forbidden", "not let in yet") : snapshot;
	}

	async function steps(actor: Actor): Promise<Result<StepSheet[]>> {
		const snapshot = await seen(actor);
		if (!snapshot.ok) return snapshot;
		const planned = await plans(actor, snapshot.value);
		if (!planned.ok) return planned;
		const rows = planRows(planned.value.sheets);
		const sources = new Set(rows.map(({ source }) => source?.document));
		const results = await gathered(actor.workshopId, snapshot.value, {
			wanted: ({ id, scope }, worksheet) =>
				scope.kind !== "participant" && (asksForSteps(worksheet) || sources.has(id)),
		});
		return results.ok ? accepted(stepSheets(results.value.sheets, rows, results.value.language)) : results;
	}

	/** The sheet with the plan of measures, where there is one that this actor may open. */
	async function plans(actor: Actor, snapshot: Snapshot): Promise<Result<Results>> {
		return await gathered(actor.workshopId, snapshot, {
			wanted: ({ scope }, worksheet) => scope.kind === "plenary" && planBlockOf(worksheet) !== undefined,
		});
	}

	async function measures(actor: Actor): Promise<Result<ActionRow[]>> {
		const snapshot = await sessions.takenHome(actor);
		const results = snapshot.ok ? await plans(actor, snapshot.value) : snapshot;
		return results.ok ? accepted(planRows(results.value.sheets)) : results;
	}

	async function openMeasures(actor: Actor): Promise<Result<OpenMeasures>> {
		const snapshot = await seen(actor);
		const results = snapshot.ok ? await plans(actor, snapshot.value) : snapshot;
		if (!results.ok) return results;
		// What a rehearsal agreed on is nobody's.
		const sheets = snapshot.ok && snapshot.value.workshop.rehearsal ? [] : results.value.sheets;
		const from = { document: sheets[0]?.document ?? "", name: meetingName(results.value, timeZone) };
		return accepted({ rows: openMeasuresOf(planRows(sheets)), from });
	}

	async function calendar(actor: Actor, origin: string, responsible: string | null): Promise<Result<Download>> {
		const snapshot = await sessions.takenHome(actor);
		const results = snapshot.ok ? await plans(actor, snapshot.value) : snapshot;
		if (!results.ok) return results;
		const { sheets, workshop, language, exportedAt } = results.value;
		const rows = planRows(sheets);
		// The same for everybody: a file is passed on.
		const url = `${origin}/w/${workshop.id}/ergebnisse`;
		const changedAt = Math.max(0, ...sheets.map(({ credits }) => credits.changedAt ?? 0)) || exportedAt;
		const file = measuresCalendar({ workshop, language, url, changedAt, rows, responsible });
		if (file === null) return refusal("not-found", "no measure has a day");
		return accepted({
			fileName: calendarFileName(results.value, responsible),
			contentType: "text/calendar; charset=utf-8",
			body: new TextEncoder().encode(file),
		});
	}

	async function statements(actor: Actor): Promise<Result<AnswerSheet[]>> {
		const snapshot = await seen(actor);
		if (!snapshot.ok) return snapshot;
		const results = await gathered(actor.workshopId, snapshot.value, {
			wanted: ({ scope }, worksheet) => scope.kind !== "participant" && asksForWords(worksheet),
		});
		return results.ok ? accepted(answerSheets(results.value.sheets, snapshot.value.workshop.language)) : results;
	}

	/** Of the same value as the JSON export, parsed as a file of it would be. */
	async function occasion(actor: Actor): Promise<Result<Occasion>> {
		const snapshot = await seen(actor);
		if (!snapshot.ok) return snapshot;
		const results = await gathered(actor.workshopId, snapshot.value, {
			// What a rehearsal says is nobody's.
			wanted: ({ scope }, worksheet) =>
				!snapshot.value.workshop.rehearsal && scope.kind !== "participant" && isCompared(worksheet),
		});
		if (!results.ok) return results;
		const exported = exportedSchema.safeParse(results.value);
		if (exported.success) return accepted(occasionOf(exported.data));
		return refusal("invalid", `results: ${exported.error.issues[0]?.path.join(".") || "their shape"}`);
	}

	async function write(
		actor: Actor,
		format: Format,
		make: (snapshot: Snapshot) => Promise<Result<TakeHome>>,
		days: PackageFile["write"] | null,
		isWhole: boolean,
		progress: ProgressReport | undefined,
	): Promise<Result<Download>> {
		const snapshot = await sessions.takenHome(actor);
		if (!snapshot.ok) return snapshot;
		if (snapshot.value.workshop.status === "lobby") {
			return refusal("wrong-state", "there are results from the first phase on");
		}
		const file = await make(snapshot.value);
		if (!file.ok) return file;
		if (format === "zip") {
			return accepted(packageOf(file.value, days, isWhole ? materials(snapshot.value) : [], progress));
		}
		const writer = writers[format];
		return accepted({
			fileName: resultsFileName(file.value, format),
			contentType: writer.contentType,
			body: await writer.write(file.value),
		});
	}

	const ofResults = (actor: Actor, part: PartOfResults) => async (snapshot: Snapshot) => {
		const seenSideBySide = await plenary.see(actor);
		if (!seenSideBySide.ok) return seenSideBySide;
		const overview = isKeptToOwn(snapshot) ? [] : seenSideBySide.value.assessments;
		const results = await gathered(actor.workshopId, snapshot, { overview, wanted: wantedFor(part) });
		if (!results.ok) return results;
		const file = partToTakeHome(results.value, part, timeZone);
		return file === null ? refusal("not-found", part.kind) : accepted(file);
	};

	const ofUnit =
		({ workshopId }: Actor, unit: string) =>
		async (snapshot: Snapshot) => {
			const results = gatherUnit({
				snapshot,
				unit,
				worksheets: await sessions.worksheets(workshopId),
				counted: await sessions.unitRatings(workshopId),
				now: clock.now(),
			});
			return results.ok ? accepted(unitToTakeHome(results.value, timeZone)) : results;
		};

	const board = createProgressBoard(clock);
	const keyOf = (actor: Actor, id: string) => `${actor.workshopId} ${shareOf(actor)} ${id}`;

	const underWay = createBound(AT_ONCE);
	const begin = (actor: Actor) => underWay.begin(`${actor.workshopId} ${shareOf(actor)}`);

	async function bounded<Value>(actor: Actor, make: () => Promise<Result<Value>>): Promise<Result<Value>> {
		const end = begin(actor);
		if (end === null) return refusal("too-many-requests", "exports at once");
		try {
			return await make();
		} finally {
			end();
		}
	}

	/** A package counts until the last of it is told. */
	async function exported(actor: Actor, format: Format, options: ExportOptions = {}) {
		const { part = { kind: "all" }, origin } = options;
		const end = begin(actor);
		if (end === null) return refusal("too-many-requests", "exports at once");
		const hasPlan = part.kind === "all" || part.kind === "measures";
		const progress = options.progress === undefined ? undefined : board.report(keyOf(actor, options.progress));
		let over = () => {
			end();
			progress?.end();
		};
		const told = over;
		try {
			const make = part.kind === "unit" ? ofUnit(actor, part.unit) : ofResults(actor, part);
			const days = origin !== undefined && hasPlan ? daysOf(actor, origin) : null;
			const file = await write(actor, format, make, days, part.kind === "all", progress);
			if (!file.ok || file.value.body instanceof Uint8Array) return file;
			over = () => undefined;
			return accepted({ ...file.value, body: withEnd(file.value.body, told) });
		} finally {
			over();
		}
	}

	const daysOf = (actor: Actor, origin: string): PackageFile["write"] => {
		return async () => {
			const file = await calendar(actor, origin, null);
			return file.ok && file.value.body instanceof Uint8Array ? file.value.body : null;
		};
	};

	return {
		export: exported,
		progress: (actor, id) => board.read(keyOf(actor, id)),
		statements: (actor) => bounded(actor, () => statements(actor)),
		steps: (actor) => bounded(actor, () => steps(actor)),
		measures: (actor) => bounded(actor, () => measures(actor)),
		calendar: (actor, origin, responsible) => bounded(actor, () => calendar(actor, origin, responsible)),
		occasion: (actor) => bounded(actor, () => occasion(actor)),
		openMeasures: (actor) => bounded(actor, () => openMeasures(actor)),
		close: () => files.close(),
	};
}
