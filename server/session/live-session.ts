import * as Y from "yjs";
import type { Change } from "../../worksheets/contract/change.ts";
import type { Refusal } from "../../worksheets/contract/result.ts";
import type { DocumentProgress, Snapshot } from "../../worksheets/contract/snapshot.ts";
import { hasSides, readSide, type Side } from "../../worksheets/document/sides.ts";
import type { Worksheet } from "../../worksheets/schema/worksheet.ts";
import type { Actor } from "../access/actor.ts";
import { isInside } from "../access/can.ts";
import { asError } from "../as-error.ts";
import type { Clock } from "../clock.ts";
import type { Logger } from "../logger.ts";
import type { LateTotal, NewDocument, SessionChange, Storage, StoredCommand } from "../storage/storage.ts";
import { AlarmClock } from "./alarm-clock.ts";
import { AnswerBoard } from "./answer-board.ts";
import { decisionsIn, ratingsIn } from "./asking.ts";
import type { Boards } from "./boards.ts";
import { worksheetsOf } from "./creation.ts";
import { definitionOf, definitionText } from "./definition-text.ts";
import { LateBoard } from "./late-board.ts";
import { lookups } from "./lookups.ts";
import { materialsBetween } from "./materials.ts";
import { OwnDefinitions } from "./own-dimensions.ts";
import { PresenceTracker } from "./presence.ts";
import { ProgressBoard } from "./progress-board.ts";
import { createQueue, type Queue } from "./queue.ts";
import { nextDue } from "./recall.ts";
import { deleteOn, forgetHistoryOn, type SessionState } from "./state.ts";
import type { Decision } from "./step.ts";
import { Subscribers, type Subscription } from "./subscribers.ts";
import { view } from "./view.ts";
import { WatchBoard } from "./watch-board.ts";

/**
 * Versions stored ahead of those in use. Presence and progress move the version without being stored; thanks to the
 * reserve it still only grows when the process dies, at the price of one write in a thousand such changes.
 */
const VERSIONS_AHEAD = 1000;

/** Milliseconds within which changes that nobody waits for are told: many people come, go and type at once. */
const PRESENCE_WITHIN = 100;
/** With the time in which a sheet reports (sync/limits.ts), well under the two seconds after which a cell is wrong. */
export const PROGRESS_WITHIN = 700;

export interface LiveSessionOptions {
	storage: Storage;
	/** The definitions that worksheets have now, for those that the plan takes up later. */
	worksheet(id: string): Worksheet | undefined;
	clock: Clock;
	logger: Logger;
	presenceGraceMs: number;
	/** Called within the queue when the session has something to do by itself. Throws where the store does. */
	due: (session: LiveSession) => Promise<void>;
}

/** A session as it lies in the store, parsed. */
export interface StoredSession {
	state: SessionState;
	version: number;
	definitions: ReadonlyMap<string, Worksheet>;
	late: ReadonlyMap<string, LateTotal>;
}

/** What is stored along with a change of the state, in one transaction. */
export type Extras = Pick<SessionChange, "tokens" | "revoke">;

type Accepted = Extract<Decision, { ok: true }>;

/**
 * One workshop in memory: its state, who watches it, and the queue through which every change goes. Changes are told
 * to every subscriber, also where nothing in their view changed, so that versions reach each of them without a gap.
 */
export class LiveSession {
	readonly id: string;
	readonly queue: Queue = createQueue();
	/** Set when the workshop was erased: nothing may be done with it any more. */
	erased = false;
	#state: SessionState;
	#version: number;
	#storedVersion: number;
	readonly #options: LiveSessionOptions;
	readonly #subscribers: Subscribers;
	readonly #presence: PresenceTracker;
	readonly #progress = new ProgressBoard();
	readonly #late: LateBoard;
	readonly #alarm: AlarmClock;
	readonly #ballots: AnswerBoard;
	readonly #ratings: AnswerBoard;
	/** Grows with the plan; what stands in it stays as it is. */
	readonly #definitions: OwnDefinitions;
	readonly #watch = new WatchBoard();
	#announcement: { timer: NodeJS.Timeout; at: number } | null = null;

	constructor(stored: StoredSession, options: LiveSessionOptions) {
		this.id = stored.state.workshop.id;
		this.#definitions = new OwnDefinitions(stored.definitions);
		this.#state = stored.state;
		this.#version = stored.version;
		this.#storedVersion = stored.version;
		this.#options = options;
		this.#late = new LateBoard(stored.late);
		this.#alarm = new AlarmClock({
			clock: options.clock,
			ring: () => this.catchUp(),
			failed: (error) => options.logger.error("what was due could not be done", { error: asError(error) }),
		});
		this.#alarm.set(nextDue(this.#state));
		this.#ballots = new AnswerBoard((state) => decisionsIn(state, this.#definitions.kept));
		this.#ratings = new AnswerBoard((state) => ratingsIn(state, this.#definitions.kept));
		this.#presence = new PresenceTracker(options.presenceGraceMs, () => this.#announceWithin(PRESENCE_WITHIN));
		this.#subscribers = new Subscribers({
			view: (actor) => this.view(actor),
			inside: (actor) => isInside(this.#state, actor),
			presence: this.#presence,
			failed: (error) => options.logger.error("a change could not be handed over", { error: asError(error) }),
		});
	}

	get state(): SessionState {
		return this.#state;
	}

	/** The definitions the workshop was created with, by id. */
	get keptDefinitions(): ReadonlyMap<string, Worksheet> {
		return this.#definitions.kept;
	}

	/** The same with what the workshop has of its own: what its sheets ask now. */
	get definitions(): ReadonlyMap<string, Worksheet> {
		return this.#definitions.for(this.#state);
	}

	get version(): number {
		return this.#version;
	}

	/** What the actor sees now. */
	view(actor: Actor): Snapshot {
		const boards: Boards = {
			presence: this.#presence.online,
			progress: this.#progress.board,
			late: this.#late.counts,
			ballots: this.#ballots.counts(this.#state),
			ratings: this.#ratings.counts(this.#state),
			watched: this.#watch.watched,
		};
		return view(this.#state, boards, actor, { version: this.#version, now: this.#options.clock.now() });
	}

	/**
	 * Makes an accepted decision durable with all that belongs to it, then true, then known. To be called within the
	 * queue. Throws where the store does, and then nothing has changed. `command` is asked with the new version.
	 */
	async commit(
		decision: Accepted,
		{ command, ...extras }: Extras & { command?: (version: number) => StoredCommand },
	): Promise<void> {
		const version = this.#version + 1;
		const taken = this.#takenUp(decision.state);
		await this.#save(version, decision.state, {
			definitions: new Map([...taken].map(([id, worksheet]) => [id, definitionText(worksheet)])),
			documents: this.#openedDocuments(decision),
			...(decision.state.workshop.code === this.#state.workshop.code ? {} : { code: decision.state.workshop.code }),
			...wipedBy(decision),
			...materialsBetween(this.#state, decision.state),
			...extras,
			...(command === undefined ? {} : { command: command(version) }),
		});
		this.#definitions.takeUp(taken);
		this.#state = decision.state;
		this.#noteEmpty(decision);
		this.#alarm.set(nextDue(this.#state));
		this.#publish(version);
	}

	/** Of sheets that were opened just now nobody has to look up what stands in them. */
	#noteEmpty({ facts }: Accepted): void {
		const empty = new Y.Doc();
		for (const fact of facts) {
			if (fact.type !== "document-opened") continue;
			const { id, worksheet, scope } = fact.document;
			const definition = this.#definitions.kept.get(worksheet);
			if (definition === undefined || !hasSides(definition)) continue;
			const { votes, ratings } = readSide(empty, definition, id, scope.kind);
			this.#ballots.report(id, votes);
			this.#ratings.report(id, ratings);
		}
	}

	/** Does what was to be done by now and by nobody's hand: also after a restart. Throws where the store does. */
	async catchUp(): Promise<void> {
		const at = nextDue(this.#state);
		if (at !== null && at <= this.#options.clock.now()) await this.queue(() => this.#options.due(this));
	}

	/** `putOut` is called once, where a change takes from the actor what let them in; nothing is told them from then on. */
	subscribe(
		actor: Actor,
		listener: (change: Change) => void,
		putOut: (refusal: Refusal) => void = () => {},
	): Subscription {
		return this.#subscribers.add(actor, listener, putOut);
	}

	/** How many lines a share (`shareOf`) has. */
	linesOf(share: string): number {
		return this.#subscribers.linesOf(share);
	}

	/** Takes a report of a group's or the plenary's sheet; a participant's own is nobody's to watch. */
	reportProgress(progress: DocumentProgress): void {
		const document = lookups(this.#state).documents.get(progress.id);
		if (document === undefined || document.scope.kind === "participant") return;
		this.#progress.report(progress);
		this.#announceWithin(PROGRESS_WITHIN);
	}

	/** Takes note of a line to a sheet; the returned function, of its end. */
	lookedInto(document: string, actor: Actor): () => void {
		if (this.#watch.enter(document, actor)) this.#announceWithin(PRESENCE_WITHIN);
		return () => {
			if (this.#watch.leave(document, actor)) this.#announceWithin(PRESENCE_WITHIN);
		};
	}

	/** Takes note of what a sheet asks people, or somebody's own answers; tells it where a number has changed. */
	reportSide(document: string, { votes, ratings }: Side): void {
		const ballots = this.#ballots.counts(this.#state);
		const submitted = this.#ratings.counts(this.#state);
		this.#ballots.report(document, votes);
		this.#ratings.report(document, ratings);
		const isNews = this.#ballots.counts(this.#state) !== ballots || this.#ratings.counts(this.#state) !== submitted;
		if (isNews) this.#announceWithin(PROGRESS_WITHIN);
	}

	/** Sheets of which nobody knows what they ask, or answer. */
	unknownSides(): string[] {
		return [...new Set([this.#ballots, this.#ratings].flatMap((board) => board.unknown(this.#state)))];
	}

	/** What lies beside a document. */
	lateTotal(document: string): LateTotal {
		return this.#late.total(document);
	}

	/** Counts a contribution that has been stored beside a document. */
	lateAdded(document: string, bytes: number): void {
		this.#late.add(document, bytes);
		this.#announceWithin(PRESENCE_WITHIN);
	}

	/** Sheets that may be watched and of which nothing has been reported since the session was loaded. */
	documentsWithoutProgress(): string[] {
		return this.#state.documents
			.filter((document) => document.scope.kind !== "participant" && !this.#progress.has(document.id))
			.map((document) => document.id);
	}

	/** Ends every timer. The session is not used any more. */
	stop(): void {
		this.#presence.stop();
		this.#alarm.set(null);
		this.#subscribers.clear();
		this.#forgetAnnouncement();
	}

	async #save(
		version: number,
		state: SessionState,
		extras: Extras & Pick<SessionChange, "code" | "command" | "documents" | "definitions" | "materials" | "wiped">,
	): Promise<void> {
		const storedVersion = version + VERSIONS_AHEAD;
		await this.#options.storage.saveSession({
			workshopId: this.id,
			version: storedVersion,
			state: JSON.stringify(state),
			deleteOn: deleteOn(state),
			...forgetting(state),
			...extras,
		});
		this.#storedVersion = storedVersion;
	}

	/** Worksheets that the plan names and this workshop has no copy of yet. */
	#takenUp(state: SessionState): Map<string, Worksheet> {
		const missing = worksheetsOf(state).filter((id) => !this.#definitions.kept.has(id));
		return new Map(missing.map((id) => [id, definitionOf(id, this.#options.worksheet(id))]));
	}

	#openedDocuments({ facts }: Accepted): NewDocument[] {
		return facts.flatMap((fact) => {
			if (fact.type !== "document-opened") return [];
			const { id, worksheet, scope } = fact.document;
			return {
				id,
				workshopId: this.id,
				worksheet,
				worksheetVersion: definitionOf(worksheet, this.definitions.get(worksheet)).version,
				scopeKind: scope.kind,
				scopeId: scope.id ?? null,
				createdAt: this.#options.clock.now(),
			};
		});
	}

	/** Tells what changed outside the state, soon and together with whatever else changes until then. */
	#announceWithin(ms: number): void {
		const at = performance.now() + ms;
		if (this.#subscribers.size === 0 || (this.#announcement !== null && this.#announcement.at <= at)) return;
		this.#forgetAnnouncement();
		const timer = setTimeout(() => {
			this.#announcement = null;
			this.queue(() => this.#announce()).catch((error: unknown) => {
				this.#options.logger.error("presence could not be told", { error: asError(error) });
			});
		}, ms);
		timer.unref();
		this.#announcement = { timer, at };
	}

	async #announce(): Promise<void> {
		if (this.erased) return;
		const version = this.#version + 1;
		if (version > this.#storedVersion) await this.#save(version, this.#state, {});
		this.#publish(version);
	}

	#publish(version: number): void {
		this.#version = version;
		this.#forgetAnnouncement();
		this.#subscribers.tell(version);
	}

	#forgetAnnouncement(): void {
		if (this.#announcement !== null) clearTimeout(this.#announcement.timer);
		this.#announcement = null;
	}
}

function wipedBy({ facts }: Accepted): Pick<SessionChange, "wiped"> {
	const wiped = facts.find((fact) => fact.type === "rehearsal-wiped");
	return wiped === undefined ? {} : { wiped: { participants: wiped.participants, kept: wiped.kept } };
}

function forgetting(state: SessionState): { forgetHistoryOn?: number } {
	const on = forgetHistoryOn(state);
	return on === undefined ? {} : { forgetHistoryOn: on };
}
