import type * as Y from "yjs";
import type { Ballot, Proposal } from "../../worksheets/assessment/methods.ts";
import { tally } from "../../worksheets/assessment/tally.ts";
import type { VoteResult } from "../../worksheets/assessment/vote-result.ts";
import type { BlockOf } from "../../worksheets/blocks/definitions.ts";
import { decisionOf, readBallot, readProposal, voteSide } from "../../worksheets/document/votes.ts";
import type { Worksheet } from "../../worksheets/schema/worksheet.ts";
import { asError } from "../as-error.ts";
import type { Logger } from "../logger.ts";
import type { LiveSession } from "./live-session.ts";
import { lookups } from "./lookups.ts";
import type { DocumentState } from "./state.ts";
import { ballotSheets } from "./votes.ts";

/** A document with everything that was let in, the caller's to destroy; null where there is none. */
export type SheetSource = (documentId: string) => Promise<Y.Doc | null>;

/** What is put to the vote in a sheet. */
interface Asked {
	document: DocumentState;
	block: BlockOf<"decision">;
	proposal: Proposal;
}

/** Reads participants' ballots for the session: to count a closed vote, and to know who has voted after a restart. */
export class Ballots {
	/** Without one, as in a session that has no documents, nothing can be put to the vote. */
	source: SheetSource = async () => null;
	readonly #logger: Logger;
	readonly #filling = new WeakMap<LiveSession, Promise<void>>();

	constructor(logger: Logger) {
		this.#logger = logger;
	}

	/** Null where the sheet decides nothing, or is not ready for a vote. */
	async asked({ state, definitions }: LiveSession, documentId: string): Promise<Asked | null> {
		const document = lookups(state).documents.get(documentId);
		const block = document && decisionIn(document, definitions);
		if (document === undefined || block === undefined) return null;
		const proposal = await this.#read(documentId, (doc) => readProposal(doc, block));
		return proposal === null ? null : { document, block, proposal };
	}

	/** Counts what stands in the ballots now; they have to be locked. Throws where the store does. */
	async count({ state }: LiveSession, { document, block, proposal }: Asked): Promise<VoteResult> {
		const ballots: Ballot[] = [];
		for (const sheet of ballotSheets(state, document)) {
			const read = (doc: Y.Doc) => readBallot(doc, block, document.id, proposal.method);
			const ballot = sheet === undefined ? null : await this.#read(sheet, read);
			ballots.push(ballot ?? NO_BALLOT);
		}
		return tally(proposal, ballots);
	}

	/** Looks up whether people have voted where no room has said so since the session was loaded; at once for all who ask. */
	fill(session: LiveSession): Promise<void> {
		if (session.unknownVotes().length === 0) return Promise.resolve();
		const filling = this.#filling.get(session) ?? this.#fill(session).finally(() => this.#filling.delete(session));
		this.#filling.set(session, filling);
		return filling;
	}

	async #fill(session: LiveSession): Promise<void> {
		for (const sheet of session.unknownVotes()) {
			const document = lookups(session.state).documents.get(sheet);
			const block = document && decisionIn(document, session.definitions);
			if (document === undefined || block === undefined) continue;
			try {
				const side = await this.#read(sheet, (doc) => voteSide(doc, block, sheet, document.scope.kind));
				if (session.erased) return;
				session.reportVotes(sheet, side ?? []);
			} catch (error) {
				this.#logger.warn("a vote could not be looked up", { document: sheet, error: asError(error) });
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

function decisionIn(
	{ worksheet }: DocumentState,
	definitions: ReadonlyMap<string, Worksheet>,
): BlockOf<"decision"> | undefined {
	const definition = definitions.get(worksheet);
	return definition === undefined ? undefined : decisionOf(definition);
}
