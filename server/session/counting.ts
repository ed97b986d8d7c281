import type * as Y from "yjs";
import type { Ballot } from "../../worksheets/assessment/methods.ts";
import { ratingResult } from "../../worksheets/assessment/rating-result.ts";
import { tally } from "../../worksheets/assessment/tally.ts";
import { countedSheet } from "../../worksheets/assessment/units.ts";
import { ratedParts } from "../../worksheets/blocks/rated-parts.ts";
import type { Command } from "../../worksheets/contract/commands.ts";
import { isDone } from "../../worksheets/document/done.ts";
import { questionAmong, ratedQuestions, readRatings } from "../../worksheets/document/ratings.ts";
import { readSide } from "../../worksheets/document/sides.ts";
import { decisionOf, readBallot, readProposal } from "../../worksheets/document/votes.ts";
import type { Worksheet } from "../../worksheets/schema/worksheet.ts";
import { asError } from "../as-error.ts";
import type { Logger } from "../logger.ts";
import type { LiveSession } from "./live-session.ts";
import { lookups } from "./lookups.ts";
import { ownSheetsFor } from "./own-sheets.ts";
import type { DocumentState } from "./state.ts";
import type { RatingPublish, UnitsPublish, VotePublish } from "./step.ts";
import { ratingsByUnit } from "./unit-ratings.ts";

/** A document with everything that was let in, the caller's to destroy; null where there is none. */
export type SheetSource = (documentId: string) => Promise<Y.Doc | null>;

/** What ends that people answer something each for themselves. */
type Closing = Extract<Command, { type: "vote.close" | "rating.reveal" | "units.reveal" }>;

export function isClosing(command: Command): command is Closing {
	return command.type === "vote.close" || command.type === "rating.reveal" || command.type === "units.reveal";
}

/** Reads what stands in people's own sheets now. Throws where the store does. */
type Count = () => Promise<VotePublish | RatingPublish | UnitsPublish>;

/** The sheet in which it is asked, with what it asks. */
interface Asking {
	document: DocumentState;
	worksheet: Worksheet;
}

/** Reads people's own sheets for the session: to count what was closed, and to know who has answered after a restart. */
export class Counting {
	/** Without one, as in a session that has no documents, there is nothing to count. */
	source: SheetSource = async () => null;
	readonly #logger: Logger;
	readonly #filling = new WeakMap<LiveSession, Promise<void>>();

	constructor(logger: Logger) {
		this.#logger = logger;
	}

	/** How to count once `closing` is stored; null where the sheet asks nothing of the kind, or is not ready for it. */
	async prepare(session: LiveSession, closing: Closing): Promise<Count | null> {
		if (closing.type === "units.reveal") {
			return async () => {
				const result = await ratingsByUnit(session, (id, read) => this.#read(id, read));
				return { type: "units.publish", result };
			};
		}
		const document = lookups(session.state).documents.get(closing.document);
		const worksheet = document && session.definitions.get(document.worksheet);
		if (document === undefined || worksheet === undefined) return null;
		const asking = { document, worksheet };
		return closing.type === "vote.close"
			? this.#vote(session, asking)
			: this.#ratings(session, asking, closing.question);
	}

	async #vote(session: LiveSession, { document, worksheet }: Asking): Promise<Count | null> {
		const block = decisionOf(worksheet);
		if (block === undefined) return null;
		const proposal = await this.#read(document.id, (doc) => readProposal(doc, block));
		if (proposal === null) return null;
		return async () => {
			const ballots = await this.#fromEach(session, document, NO_BALLOT, (doc) =>
				readBallot(doc, block, document.id, proposal.method),
			);
			return { type: "vote.publish", document: document.id, result: tally(proposal, ballots) };
		};
	}

	async #ratings(session: LiveSession, { document, worksheet }: Asking, question: string): Promise<Count | null> {
		const questions = await this.#read(document.id, (doc) => ratedQuestions(doc, worksheet));
		const blocks = worksheet.sections.flatMap((section) => section.blocks);
		const rated = questions?.includes(question) ? questionAmong(blocks, question) : null;
		if (rated === null) return null;
		const { block, item } = rated;
		return async () => {
			const people = await this.#fromEach(session, document, null, (doc, sheet) =>
				isDone(doc, question) ? { sheet, ratings: readRatings(doc, block, item) } : null,
			);
			const parts = ratedParts(block);
			const result = ratingResult(
				parts,
				people.map((person) => person?.ratings ?? null),
			);
			const counted = people.flatMap((person) => (person === null ? [] : [countedSheet(parts, person)]));
			return { type: "rating.publish", document: document.id, question, result, counted };
		};
	}

	/** What each of those who are asked says in their own sheet; `nothing` for who has none. */
	async #fromEach<Value>(
		{ state }: LiveSession,
		asking: DocumentState,
		nothing: Value,
		read: (doc: Y.Doc, sheet: string) => Value,
	): Promise<Value[]> {
		const all: Value[] = [];
		for (const sheet of ownSheetsFor(state, asking)) {
			all.push((sheet === undefined ? null : await this.#read(sheet, (doc) => read(doc, sheet))) ?? nothing);
		}
		return all;
	}

	/** Looks up whether people have answered where no room has said so since the session was loaded; at once for all who ask. */
	fill(session: LiveSession): Promise<void> {
		if (session.unknownSides().length === 0) return Promise.resolve();
		const filling = this.#filling.get(session) ?? this.#fill(session).finally(() => this.#filling.delete(session));
		this.#filling.set(session, filling);
		return filling;
	}

	async #fill(session: LiveSession): Promise<void> {
		for (const sheet of session.unknownSides()) {
			const document = lookups(session.state).documents.get(sheet);
			const worksheet = document && session.definitions.get(document.worksheet);
			if (document === undefined || worksheet === undefined) continue;
			try {
				const side = await this.#read(sheet, (doc) => readSide(doc, worksheet, sheet, document.scope.kind));
				if (session.erased) return;
				session.reportSide(sheet, side ?? { votes: [], ratings: [] });
			} catch (error) {
				this.#logger.warn("what a sheet answers could not be looked up", { document: sheet, error: asError(error) });
			}
		}
	}

	async #read<Value>(documentId: string, read: (doc: Y.Doc) => Value): Promise<Value | null> {
		const doc = await this.source(documentId);
		if (doc === null) return null;
		try {
			return read(doc);
		} finally {
			doc.destroy();
		}
	}
}

const NO_BALLOT: Ballot = { abstained: false, votes: [] };
