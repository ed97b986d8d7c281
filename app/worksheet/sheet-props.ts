import type { ComponentType } from "react";
import type { Language } from "../../worksheets/contract/languages.ts";
import type { DocumentView } from "../../worksheets/contract/snapshot.ts";
import type { OwnDimensions } from "../../worksheets/schema/own-dimensions.ts";
import type { Worksheet } from "../../worksheets/schema/worksheet.ts";
import type { AnswerToolsProps } from "./answer-tools.ts";
import type { PlanToolsProps } from "./plan-tools.ts";

/** How safe a sheet's text is, in the only terms a person needs. */
export type SaveState =
	/**
	 * Nothing received yet. Nothing can be written, unless the sheet was `recalled` as an earlier visit left it in this
	 * browser; text of that visit may wait.
	 */
	| { kind: "loading"; unsaved: number; recalled: boolean }
	/** Everything typed here is on the server's disk. */
	| { kind: "saved" }
	| { kind: "saving"; unsaved: number }
	/** No line for less than 10 s. */
	| { kind: "reconnecting"; unsaved: number }
	/** No line for longer; the text is kept in this browser. */
	| { kind: "offline"; unsaved: number }
	/** It came after the sheet was closed, and is on its way to stand beside it. */
	| { kind: "late"; unsaved: number }
	/** The server will not take it; trying again by itself does not help. */
	| { kind: "failed"; reason: "forbidden" | "not-found" | "too-large" | "malformed"; unsaved: number };

/** What the live page gives a sheet. The sheet owns its document, provider and editors. */
export interface SheetProps {
	document: DocumentView;
	/** As the workshop was created with it. */
	worksheet: Worksheet;
	/** What the workshop has of its own in place of the sheet's proposals. */
	own: OwnDimensions;
	/** Section ids to show; all when absent. */
	sections?: readonly string[] | undefined;
	/** The phase or the viewer only reads. Access "read" in `document` is respected by itself. */
	readOnly?: boolean | undefined;
	/** Whether this person may not write in what others share. */
	muted?: boolean | undefined;
	/** The question to begin with, and to go to when it is another. */
	question?: string | null | undefined;
	/** The workshop's language: prompts are shown in it. */
	language: Language;
	workshopId: string;
	/** Stable per person (participant id or role): names the browser's journal. */
	author: string;
	/** Whether this browser is to keep a copy of the sheet. */
	keeps: boolean;
	/** How the others see this person; the server stamps it again. */
	displayName: string;
	onSaveState: (state: SaveState) => void;
	/** Called when the set of people typing in this sheet changes: participant ids, own one left out. */
	onWriters?: ((writers: readonly string[]) => void) | undefined;
	/**
	 * Called after the sheet has left the screen and gone on saving. Null: all of it is saved; otherwise the sheet's
	 * text, the last of which the server did not take.
	 */
	onGone?: ((lost: string | null) => void) | undefined;
	/** Called when text came after the sheet was closed and now stands beside it. */
	onLate?: (() => void) | undefined;
	/** Called once the sheet's document is open. */
	onReady?: ((sheet: SheetHandle) => void) | undefined;
	/** What the plan of measures has for those who steer. */
	planTools?: ComponentType<PlanToolsProps> | undefined;
	/** What stands below an answer for those who may make a measure of it. */
	answerTools?: ComponentType<AnswerToolsProps> | undefined;
}

/** What the page around a sheet may ask of it, whatever the line does. */
export interface SheetHandle {
	/** All that is written here as plain Markdown, for „Text kopieren“. */
	copyText(): string;
	/** „Erneut versuchen“: dials again at once. */
	retry(): void;
}
