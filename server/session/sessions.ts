import type { UnitRatings } from "../../worksheets/assessment/units.ts";
import type { Change } from "../../worksheets/contract/change.ts";
import type { CommandAnswer } from "../../worksheets/contract/command-answer.ts";
import type { Erasure, ErasureReason } from "../../worksheets/contract/erasure.ts";
import type { Language } from "../../worksheets/contract/languages.ts";
import type { Refusal, Result } from "../../worksheets/contract/result.ts";
import type { Alarm, DocumentProgress, Snapshot } from "../../worksheets/contract/snapshot.ts";
import type { Side } from "../../worksheets/document/sides.ts";
import type { Worksheet } from "../../worksheets/schema/worksheet.ts";
import type { Actor } from "../access/actor.ts";
import type { Permission } from "../access/can.ts";
import type { LateTotal } from "../storage/storage.ts";
import type { PhaseVisit } from "./agenda.ts";
import type { SheetSource } from "./counting.ts";
import type { Entrances } from "./entrances.ts";
import type { MaterialAccess } from "./material-access.ts";
import type { Registration } from "./registration.ts";
import type { Subscription } from "./subscribers.ts";

/** Counts how far a sheet is, from its document; null where there is no such document. */
export type ProgressSource = (documentId: string) => Promise<DocumentProgress | null>;

interface LookBackAccess {
	permission: Permission;
	/** Whether it is the sheet of a group that the actor is not in. */
	outside: boolean;
	worksheet: Worksheet;
	language: Language;
	/** When phases were over, in that order. */
	phaseEnds: { phase: string; at: number }[];
}

interface PlenarySource {
	/** Of the whole workshop, as those who steer see it: never to be handed on. */
	snapshot: Snapshot;
	/** Another object after every command, and the same whoever comes, goes or writes meanwhile. */
	basis: object;
	/** What was counted of the people of each unit; nothing before. */
	counted: readonly UnitRatings[];
	/** The views open to the actor (plenary-views.ts). */
	open: "all" | ReadonlySet<string>;
}

/** Everything the rest of the server may ask of the sessions. Nothing here throws for what may be refused. */
export interface Sessions extends Registration, Entrances, MaterialAccess {
	/** Who a token stands for. Refused `unauthenticated`, `removed`; with `workshopId` also `ended` where that one was erased. */
	authenticate(token: string, workshopId?: string): Promise<Result<Actor>>;
	isErased(workshopId: string): Promise<boolean>;
	/** The receipt of a workshop that is gone; null where there is or was none. */
	erasure(workshopId: string): Promise<Erasure | null>;
	snapshot(actor: Actor): Promise<Result<Snapshot>>;
	/** The same as far as this actor may take it along in files. Refused as `can` does. */
	takenHome(actor: Actor): Promise<Result<Snapshot>>;
	/** Carries out a command as it came in; an answer is durable when it is there. */
	execute(actor: Actor, envelope: unknown): Promise<CommandAnswer>;
	/**
	 * Tells the listener every change from the returned snapshot on, and counts as presence until closed. `putOut` is
	 * called where the actor is let in no longer; closing is still to be done.
	 */
	subscribe(
		actor: Actor,
		listener: (change: Change) => void,
		putOut?: (refusal: Refusal) => void,
	): Promise<Result<Subscription>>;
	/** A further token for the same person, to go on with on another device. */
	returnToken(actor: Actor): Promise<Result<string>>;
	/** What the workshop's sheets ask now, by id; none where it is gone. */
	worksheets(workshopId: string): Promise<ReadonlyMap<string, Worksheet>>;
	worksheet(workshopId: string, worksheetId: string): Promise<Worksheet | undefined>;
	/** The same without waiting; undefined unless the session is in memory. */
	worksheetNow(workshopId: string, worksheetId: string): Worksheet | undefined;
	/** The definitions the workshop was created with, for pages that follow its own dimensions by themselves. */
	keptWorksheets(workshopId: string): Promise<ReadonlyMap<string, Worksheet>>;
	/** Names of the groups of every grouping, with their letters, by id. */
	groupNames(workshopId: string): Promise<ReadonlyMap<string, string>>;
	/** Names of everybody who ever joined, by id: also of those who were taken out, for what they wrote. */
	personNames(workshopId: string): Promise<ReadonlyMap<string, string>>;
	/** Each time the room was in a phase, in that order. */
	phaseVisits(workshopId: string): Promise<readonly PhaseVisit[]>;
	/** What was counted of the people of each unit; nothing before. Of whom an actor may hear is in their snapshot. */
	unitRatings(workshopId: string): Promise<readonly UnitRatings[]>;

	/** What the plenary's overview is made of, and what of it this actor may see. */
	plenary(actor: Actor): Promise<Result<PlenarySource>>;

	documentAccess(actor: Actor, documentId: string): Promise<Result<Permission>>;
	/** The same without waiting, for every frame; `unavailable` unless the session is pinned. */
	documentAccessNow(actor: Actor, documentId: string): Result<Permission>;
	/** Whether an actor may leave something beside a closed document, and how much lies there already. */
	lateAccess(actor: Actor, documentId: string, wrote: boolean): Promise<Result<LateTotal>>;
	/** A contribution of so many bytes has been stored beside a document. */
	lateAdded(workshopId: string, documentId: string, bytes: number): Promise<void>;
	/** Keeps the session in memory until the returned function is called. */
	pin(workshopId: string): Promise<Result<() => void>>;
	/** How the others see this actor, in the workshop's language; the session is pinned. */
	displayName(actor: Actor): string;
	/** Takes note of a line to a sheet, for those whose sheet it is; the session is pinned. Call what it returns at its end. */
	lookedInto(actor: Actor, documentId: string): () => void;
	/** Called after each accepted command and after erasure, when rights may have changed. */
	onChange(listener: (workshopId: string) => void): () => void;
	/** Called when a workshop is gone. */
	onErase(listener: (workshopId: string) => void): () => void;
	reportProgress(workshopId: string, progress: DocumentProgress): void;
	/** What a sheet asks people, each for themselves, or somebody's own answers; never what it answers. */
	reportSide(workshopId: string, documentId: string, side: Side): void;
	/** What somebody needs to know who looks at what a document was; refused where they may not. */
	lookBack(actor: Actor, documentId: string): Promise<Result<LookBackAccess>>;
	/** Tells those who steer that a document lost most of its text. */
	raiseAlarm(workshopId: string, alarm: Omit<Alarm, "id">): void;
	/** Takes back that a document lost its text. */
	clearAlarm(actor: Actor, documentId: string): Promise<void>;
	/** Where progress is counted from when somebody who steers looks after a restart. */
	setProgressSource(source: ProgressSource): void;

	/** Where people's own sheets are read from, with all that was let in: to count what they answer, and who has. */
	setSheetSource(source: SheetSource): void;

	/** Refused unless the actor is the facilitator, and `unavailable` where the store is away. */
	erase(actor: Actor): Promise<Result<void>>;
	/** Erases without asking who wants it: retention. False where there was nothing. */
	eraseNow(workshopId: string, why?: ErasureReason): Promise<boolean>;
	/** Waits for what is under way; afterwards the store may be closed. */
	close(): Promise<void>;
}
