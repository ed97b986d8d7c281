import { Fragment, lazy, type ReactNode } from "react";
import type * as Y from "yjs";
import { isReady, type Proposal } from "../../../../worksheets/assessment/methods.ts";
import { voteResultSchema } from "../../../../worksheets/assessment/vote-result.ts";
import { proposalOf } from "../../../../worksheets/blocks/decision.ts";
import type { BlockOf } from "../../../../worksheets/blocks/definitions.ts";
import { steers } from "../../../../worksheets/contract/roles.ts";
import type { DocumentView, Snapshot, VoteView } from "../../../../worksheets/contract/snapshot.ts";
import { FetchedPart } from "../../../session/fetched-part.tsx";
import { useSnapshot } from "../../../session/session-provider.tsx";
import { ownSheets } from "../../own-sheets.ts";
import { PairedSheet } from "../../paired-sheet.tsx";
import { useSheet } from "../../sheet-context.tsx";
import type { BlockProps } from "../block-props.ts";
import { Asked } from "./asked.tsx";
import { Ballot } from "./ballot.tsx";
import { Control } from "./control.tsx";
import { Prepare } from "./prepare.tsx";
import { Result } from "./result.tsx";
import { useDecision } from "./use-decision.ts";
import { useWords } from "./use-words.ts";

const Round = lazy(async () => ({ default: (await import("../../../session/table/round.tsx")).Round }));

/**
 * A decision from wherever one looks at it: the sheet in which it is decided shows the ballot of whoever has one, and
 * a ballot shows what is decided.
 */
export default function DecisionView({ block }: BlockProps<"decision">) {
	const { scope, documentId, sheet } = useSheet();
	if (scope === "participant") return <OwnBallots block={block} />;
	return <DecidedHere block={block} decision={documentId} doc={sheet.doc} />;
}

interface Side {
	block: BlockOf<"decision">;
	/** The document in which it is decided. */
	decision: string;
}

/** In the plenary's sheet or a group's: preparing where one may write, then voting or the result. */
function DecidedHere({ block, decision, doc }: Side & { doc: Y.Doc }) {
	const { writable, worksheet, outside } = useSheet();
	const words = useWords();
	const snapshot = useSnapshot();
	const proposal = useProposal(doc, block);
	const vote = snapshot.votes.find(({ id }) => id === decision);
	const ballots = outside ? [] : ownSheets(snapshot, worksheet.id);
	const isSteering = steers(snapshot.you.role);
	return (
		<div className="vote">
			<WhileOpen vote={vote}>
				{writable ? <Prepare block={block} /> : <ToRead proposal={proposal} listed={ballots.length === 0} />}
				{proposal !== null && (
					<OneByOne snapshot={snapshot} sheets={ballots}>
						{(own) => (
							<Paired document={own} waiting={<p className="sheet-notice">{words.loadingBallot}</p>}>
								{(ballot, open) => (
									<Ballot block={block} proposal={proposal} decision={decision} doc={ballot} writable={open} />
								)}
							</Paired>
						)}
					</OneByOne>
				)}
			</WhileOpen>
			{isSteering && vote !== undefined && snapshot.workshop.status === "running" && (
				<Control vote={vote} ready={proposal !== null} />
			)}
		</div>
	);
}

interface OneByOneProps {
	snapshot: Snapshot;
	sheets: readonly DocumentView[];
	children: (own: DocumentView) => ReactNode;
}

/** One's own ballot; where several people sit at this device, theirs in turn. */
function OneByOne({ snapshot, sheets, children }: OneByOneProps) {
	const { worksheet } = useSheet();
	const [own, ...others] = sheets;
	if (own === undefined) return null;
	if (others.length === 0) return children(own);
	return (
		<FetchedPart>
			<Round snapshot={snapshot} sheets={sheets} worksheet={worksheet}>
				{(sheet) => <Fragment key={sheet.id}>{children(sheet)}</Fragment>}
			</Round>
		</FetchedPart>
	);
}

/** In a participant's own sheet: everything that is decided on the same worksheet where this person has a say. */
function OwnBallots({ block }: { block: BlockOf<"decision"> }) {
	const { worksheet, sheet, writable } = useSheet();
	const words = useWords();
	const decisions = useSnapshot().documents.filter(
		(document) => document.worksheet === worksheet.id && document.scope.kind !== "participant" && !document.outside,
	);
	if (decisions.length === 0) return <p className="sheet-notice">{words.noneAsked}</p>;
	return decisions.map((document) => (
		<Paired key={document.id} document={document} waiting={<p className="sheet-notice">{words.loading}</p>}>
			{(doc) => <AskedElsewhere block={block} decision={document.id} doc={doc} own={sheet.doc} writable={writable} />}
		</Paired>
	));
}

function AskedElsewhere({ block, decision, doc, own, writable }: Side & { doc: Y.Doc; own: Y.Doc; writable: boolean }) {
	const proposal = useProposal(doc, block);
	const vote = useSnapshot().votes.find(({ id }) => id === decision);
	return (
		<div className="vote">
			<WhileOpen vote={vote}>
				<ToRead proposal={proposal} listed={false} />
				{proposal !== null && (
					<Ballot
						block={block}
						proposal={proposal}
						decision={decision}
						doc={own}
						writable={writable && vote?.closed !== true}
					/>
				)}
			</WhileOpen>
		</div>
	);
}

function ToRead({ proposal, listed }: { proposal: Proposal | null; listed: boolean }) {
	const words = useWords();
	if (proposal === null) return <p className="sheet-notice">{words.notReady}</p>;
	return <Asked proposal={proposal} listed={listed} />;
}

/** The children while people vote; then what it came to. */
function WhileOpen({ vote, children }: { vote: VoteView | undefined; children: ReactNode }) {
	const words = useWords();
	const ended = useSnapshot().workshop.status === "ended";
	if (vote?.closed !== true) {
		return (
			<>
				{ended && <p className="sheet-notice">{words.neverClosed}</p>}
				{children}
				{!ended && vote !== undefined && <p className="vote__count">{words.votedOf(vote.voted, vote.eligible)}</p>}
			</>
		);
	}
	const result = voteResultSchema.safeParse(vote.result);
	if (!result.success) return <p className="sheet-notice">{words.counting}</p>;
	return (
		<>
			<p className="sheet-notice">{words.closed}</p>
			<Result result={result.data} />
		</>
	);
}

interface PairedProps {
	document: DocumentView;
	waiting: ReactNode;
	children: (doc: Y.Doc, writable: boolean) => ReactNode;
}

function Paired({ document, waiting, children }: PairedProps) {
	return (
		<PairedSheet document={document} waiting={waiting}>
			{(sheet) => children(sheet.doc, document.access === "write")}
		</PairedSheet>
	);
}

function useProposal(doc: Y.Doc, block: BlockOf<"decision">): Proposal | null {
	const proposal = proposalOf(useDecision(doc, block));
	return proposal !== null && isReady(proposal) ? proposal : null;
}
