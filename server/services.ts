import type {} from "@remix-run/node";
import type { CreatedWorkshop, CreateWorkshop, Join, Joined } from "../worksheets/contract/api.ts";
import type { Erasure } from "../worksheets/contract/erasure.ts";
import type { Language } from "../worksheets/contract/languages.ts";
import type { Recovered } from "../worksheets/contract/links.ts";
import type { Result } from "../worksheets/contract/result.ts";
import type { SeriesView } from "../worksheets/contract/series.ts";
import type { DocumentView, Door, Names, Role, Snapshot } from "../worksheets/contract/snapshot.ts";
import type { Answered } from "../worksheets/document/read.ts";
import type { Example } from "../worksheets/schema/example.ts";
import type { Template } from "../worksheets/schema/template.ts";
import type { Worksheet } from "../worksheets/schema/worksheet.ts";

/**
 * What `getLoadContext` hands to routes. The one file of the server that the app may import, and types only: a value
 * imported from here would be a second copy of the server inside the app's bundle.
 */
export interface AppServices {
	/** The CSP nonce of this response. */
	nonce: string;
	/** Where people reach us: scheme and host, no slash at the end. */
	origin: string;
	/** Whether creating a workshop asks for a password. */
	creationPassword: boolean;
	/** The operator's upper bound. */
	retentionDays: number;
	templates(): readonly Template[];
	worksheets(): readonly Worksheet[];
	worksheet(id: string): Worksheet | undefined;
	/** The worksheet as a group might fill it in. */
	example(worksheetId: string): Example | undefined;
	create(input: CreateWorkshop): Promise<Result<CreatedWorkshop>>;
	/** What the join page shows to whoever knows the code (bare or as typed). */
	invitation(code: string): Promise<Result<Invitation>>;
	join(code: string, input: Join): Promise<Result<Joined>>;
	/** A new secret for the facilitator who has the recovery code; refused `unauthenticated` where it is another. */
	recover(code: string, recoveryCode: string): Promise<Result<Recovered & { id: string }>>;
	/** Who the browser's cookie says is asking; refused `unauthenticated`, `not-found` or `ended` (deleted). */
	visitor(request: Request, workshopId: string): Promise<Result<Visitor>>;
	/** The receipt of a workshop that was erased. */
	erasure(workshopId: string): Promise<Erasure | null>;
	/** A sheet that this visitor may open, with what is in it now. */
	sheet(request: Request, workshopId: string, documentId: string): Promise<Result<LiveSheet>>;
	/** The comparison over a series' dates, as far as this browser steers them; refused `not-found` where it steers none. */
	series(request: Request, seriesId: string): Promise<Result<SeriesView>>;
	/** The `Set-Cookie` value that makes this browser the token's bearer, and the one that ends it. */
	cookie(workshopId: string, token: string, options?: { shared?: boolean }): string;
	clearCookie(workshopId: string): string;
	/** The language of the workshop that a page's address names, where there is one. */
	workshopLanguage(params: { id?: string | undefined; code?: string | undefined }): Promise<Language | undefined>;
	legal(page: LegalPage, language: Language): string | null;
	/** Legal pages the operator has not written yet. */
	missingLegal(): readonly LegalPage[];
	/** Tells the log that a page failed because of a bug. */
	pageFailed(error: Error): void;
}

export type LegalPage = "impressum" | "datenschutz" | "barrierefreiheit";

export interface Invitation {
	workshopId: string;
	title: string;
	code: string;
	language: Language;
	status: "lobby" | "running" | "ended";
	startsAt: number | null;
	endsAt: number | null;
	place: string;
	full: boolean;
	door: Door;
	deleteOn: number;
	retentionDays: number;
	namesAtEnd: Names;
}

export interface Visitor {
	view: VisitorView;
	/** Whether several people use this device, as the person said when joining. */
	shared: boolean;
}

interface VisitorView {
	role: Role;
	participantId?: string;
	/** What the socket would send this visitor now. */
	snapshot: Snapshot;
	/** The definitions the workshop was created with, by id. */
	worksheets: Record<string, Worksheet>;
}

interface LiveSheet {
	snapshot: Snapshot;
	document: DocumentView;
	worksheet: Worksheet;
	answered: Answered;
}

declare module "@remix-run/server-runtime" {
	interface AppLoadContext extends AppServices {}
}
