import type { Result } from "../../worksheets/contract/result.ts";
import type { DocumentProgress } from "../../worksheets/contract/snapshot.ts";
import type { Side } from "../../worksheets/document/sides.ts";
import type { Worksheet } from "../../worksheets/schema/worksheet.ts";
import type { Actor } from "../access/actor.ts";

export type DocumentAccess = "write" | "read";

/** What sync asks of the session: who may do what now, and what a sheet is made of. */
export interface SyncAccess {
	authenticate(token: string): Promise<Result<Actor>>;
	/** Keeps the workshop's session loaded until the returned function is called. */
	pin(workshopId: string): Promise<Result<() => void>>;
	documentAccess(actor: Actor, documentId: string): Promise<Result<DocumentAccess>>;
	/** As `documentAccess`, for a pinned workshop: asked again with every frame. */
	documentAccessNow(actor: Actor, documentId: string): Result<DocumentAccess>;
	/** Fires after anything that may change somebody's access. Returns how to stop listening. */
	onChange(listener: (workshopId: string) => void): () => void;
	/** The name that others see beside this actor's caret. */
	displayName(actor: Actor): string;
	/** A line to a document has opened: whose it is may be told those whose document it is. Call what it returns at its end. */
	lookedInto(actor: Actor, documentId: string): () => void;
	/** What a sheet of the workshop asks. */
	worksheet(workshopId: string, worksheetId: string): Promise<Worksheet | undefined>;
	/** The same without waiting; undefined while the session is not in memory. */
	worksheetNow(workshopId: string, worksheetId: string): Worksheet | undefined;
	reportProgress(workshopId: string, progress: DocumentProgress): void;
	/** What a sheet asks people, each for themselves, or somebody's own answers; never what it answers. */
	reportSide(workshopId: string, documentId: string, side: Side): void;
	/** A document lost most of its text at once; `before` is the last moment at which it was there. */
	raiseAlarm(workshopId: string, alarm: { document: string; at: number; before: number }): void;
}
