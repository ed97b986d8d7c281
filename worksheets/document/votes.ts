import type * as Y from "yjs";
import { type Ballot, isReady, type Method, type Proposal } from "../assessment/methods.ts";
import type { VoteResult } from "../assessment/vote-result.ts";
import { type BallotKey, ballotFor, type DecisionAnswer, decisionBlock, proposalOf } from "../blocks/decision.ts";
import { reportDecision } from "../blocks/decision-report.ts";
import type { BlockOf } from "../blocks/definitions.ts";
import type { Language } from "../contract/languages.ts";
import type { ScopeKind } from "../contract/snapshot.ts";
import type { Worksheet } from "../schema/worksheet.ts";
import type { Answered, AnsweredBlock, AnsweredQuestion } from "./read.ts";

/** What joins the two sides of a decision: the sheet in which it is decided and the sheets of those who vote. */

/** The block with which a worksheet decides something; it holds one at most. */
export function decisionOf(worksheet: Worksheet): BlockOf<"decision"> | undefined {
	for (const section of worksheet.sections) {
		for (const block of section.blocks) if (block.type === "decision") return block;
	}
	return undefined;
}

/** What a sheet puts to the vote; null where it is not ready for one. */
export function readProposal(doc: Y.Doc, block: BlockOf<"decision">): Proposal | null {
	const proposal = proposalOf(decisionBlock.read(doc, block));
	return proposal !== null && isReady(proposal) ? proposal : null;
}

/** How the owner of a sheet votes on what is decided in another. */
export function readBallot(doc: Y.Doc, block: BlockOf<"decision">, decision: string, method: Method): Ballot {
	return ballotFor(decisionBlock.read(doc, block).ballots, decision, method);
}

/**
 * A document's side of the votes, without a word of what anybody votes: what is asked in a sheet that people share, or
 * what the ballots in a participant's own answer.
 */
export function voteSide(doc: Y.Doc, block: BlockOf<"decision">, id: string, scope: ScopeKind): string[] {
	const { proposal, ballots } = decisionBlock.read(doc, block);
	// An answer to an earlier method is none to what is asked now.
	const name = ({ decision, method }: BallotKey) => `${decision} ${method}`;
	if (scope === "participant") return ballots.map(name);
	return proposal.method === null ? [] : [name({ decision: id, method: proposal.method })];
}

interface Sheet {
	document: string;
	worksheet: string;
	scope: { kind: ScopeKind };
	answered: Answered;
}

/** The sheets with what their documents do not hold: the results, and beside people's own votes what was asked. */
export function withVotes<Kind extends Sheet>(
	sheets: readonly Kind[],
	results: ReadonlyMap<string, VoteResult>,
): Kind[] {
	const proposals = new Map<string, Proposal>();
	for (const { document, scope, answered } of sheets) {
		if (scope.kind === "participant") continue;
		for (const { answers } of decisionsIn(answered)) {
			for (const { answer } of answers) {
				const proposal = proposalOf(answer);
				if (proposal !== null) proposals.set(document, proposal);
			}
		}
	}
	return sheets.map((sheet) => ({
		...sheet,
		answered: mapDecisions(sheet.answered, (question) =>
			sheet.scope.kind === "participant"
				? withAnswer(question, { ...question.answer, asked: askedIn(question.answer, proposals) })
				: // Only a person's own sheet is a ballot.
					withAnswer(question, { ...question.answer, ballots: [], result: results.get(sheet.document) ?? null }),
		),
	}));
}

function askedIn({ ballots }: DecisionAnswer, proposals: ReadonlyMap<string, Proposal>): DecisionAnswer["asked"] {
	return [...new Set(ballots.map(({ decision }) => decision))].flatMap((decision) => {
		const proposal = proposals.get(decision);
		return proposal === undefined ? [] : [{ decision, proposal }];
	});
}

/**
 * The sheet as its report tells it: what a vote came to, and how its owner voted. `interim`: the workshop goes on, so
 * that an open vote may still be closed.
 */
export function withDecisionsTold(answered: Answered, language: Language, interim: boolean): Answered {
	return mapDecisions(answered, (question) => ({
		...question,
		told: question.empty ? [] : reportDecision(question.answer, language, interim),
	}));
}

/** What is decided in a sheet. */
export function decisionsIn(answered: Answered): AnsweredBlock<"decision">[] {
	return answered.sections.flatMap(({ blocks }) => blocks.filter(isDecision));
}

type Decided = AnsweredQuestion<"decision">;

function withAnswer(question: Decided, answer: DecisionAnswer): Decided {
	return { ...question, answer, empty: decisionBlock.isEmpty(answer) };
}

function mapDecisions(answered: Answered, map: (question: Decided) => Decided): Answered {
	return {
		...answered,
		sections: answered.sections.map((section) => ({
			...section,
			blocks: section.blocks.map((block) =>
				isDecision(block)
					? {
							...block,
							answers: block.answers.map(map),
						}
					: block,
			),
		})),
	};
}

function isDecision(block: AnsweredBlock): block is AnsweredBlock<"decision"> {
	return block.definition.type === "decision";
}
