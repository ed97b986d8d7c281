import { useId } from "react";
import type * as Y from "yjs";
import {
	type Method,
	OBJECTIONS,
	type Proposal,
	type Vote,
	votedOn,
} from "../../../../worksheets/assessment/methods.ts";
import { REASON_CODE_POINTS } from "../../../../worksheets/assessment/tally.ts";
import { ballotFor } from "../../../../worksheets/blocks/decision.ts";
import { optionName } from "../../../../worksheets/blocks/decision-result.ts";
import { setAbstained, setReason, setVote } from "../../../../worksheets/blocks/decision-write.ts";
import type { BlockOf } from "../../../../worksheets/blocks/definitions.ts";
import { decisionWords } from "../../../../worksheets/report/decision-words.ts";
import { useSheet } from "../../sheet-context.tsx";
import { RadioRow } from "../radio-row.tsx";
import { Stepper } from "./stepper.tsx";
import { useDecision } from "./use-decision.ts";
import { useWords } from "./use-words.ts";

interface BallotProps {
	block: BlockOf<"decision">;
	proposal: Proposal;
	/** The document in which it is decided. */
	decision: string;
	/** The voter's own document. */
	doc: Y.Doc;
	writable: boolean;
}

/** One person's vote on everything that is asked; it can be changed until the vote is closed. */
export function Ballot({ block, proposal, decision, doc, writable }: BallotProps) {
	const words = useWords();
	const { language } = useSheet();
	const id = useId();
	const { method, points } = proposal;
	const place = { decision, method };
	const ballot = ballotFor(useDecision(doc, block).ballots, decision, method);
	const options = votedOn(proposal);
	const given = new Map(ballot.votes.map((vote) => [vote.option, vote]));
	const spent = options.reduce((sum, option) => {
		const value = given.get(option.id)?.value;
		return sum + (typeof value === "number" ? value : 0);
	}, 0);
	const off = !writable || ballot.abstained;
	return (
		<section className="vote-ballot" aria-labelledby={`${id}-title`}>
			<h3 id={`${id}-title`}>{words.yourVote}</h3>
			{writable && <p className="sheet-muted">{words.secret}</p>}
			{method === "resistance" && <p>{words.resistanceEnds}</p>}
			{method === "points" && !ballot.abstained && (
				<p className="vote-ballot__left" role="status">
					{spent > points ? words.tooMany(spent - points) : words.pointsLeft(points - spent)}
				</p>
			)}
			<ul className="vote-ballot__options">
				{options.map((option) => (
					<li key={option.id} className="vote-option">
						<p id={`${id}-${option.id}`} className="vote-option__name">
							{optionName(option, language)}
						</p>
						<OptionVote
							method={method}
							name={optionName(option, language)}
							labelId={`${id}-${option.id}`}
							vote={given.get(option.id)}
							most={method === "points" ? Math.max(0, points - spent) : 0}
							onVote={(value) => setVote(doc, block, place, option.id, value)}
							onReason={(text) => setReason(doc, block, decision, option.id, text)}
							disabled={off}
						/>
					</li>
				))}
			</ul>
			<label className="sheet-check">
				<input
					type="checkbox"
					className="sheet-check__box"
					checked={ballot.abstained}
					disabled={!writable}
					onChange={(event) => setAbstained(doc, block, place, event.target.checked)}
				/>
				<span className="sheet-check__text">{words.abstain}</span>
			</label>
		</section>
	);
}

interface OptionVoteProps {
	method: Method;
	name: string;
	labelId: string;
	vote: Vote | undefined;
	/** How many points are left. */
	most: number;
	onVote: (value: Vote["value"] | null) => void;
	onReason: (text: string) => void;
	disabled: boolean;
}

function OptionVote({ method, name, labelId, vote, most, onVote, onReason, disabled }: OptionVoteProps) {
	const words = useWords();
	const { language } = useSheet();
	const { objections, moods } = decisionWords[language];
	const value = vote?.value ?? null;
	switch (method) {
		case "points": {
			const given = typeof value === "number" ? value : 0;
			return (
				<Stepper
					label={words.pointsFor(name)}
					labelId={labelId}
					value={given}
					lowest={0}
					highest={given + most}
					onChange={onVote}
					disabled={disabled}
				/>
			);
		}
		case "resistance":
			return (
				<div className="vote-scale">
					<RadioRow
						choices={Array.from({ length: 11 }, (_, number) => ({ value: String(number), label: String(number) }))}
						value={value === null ? null : String(value)}
						onChange={(chosen) => onVote(chosen === null ? null : Number(chosen))}
						disabled={disabled}
						labelledBy={labelId}
						layout="row"
					/>
				</div>
			);
		case "mood":
			return (
				<RadioRow
					choices={moods.map((label, index) => ({ value: String(index + 1), mark: String(index + 1), label }))}
					value={value === null ? null : String(value)}
					onChange={(chosen) => onVote(chosen === null ? null : Number(chosen))}
					disabled={disabled}
					labelledBy={labelId}
					layout="row"
				/>
			);
		case "consent":
			return (
				<>
					<RadioRow
						choices={OBJECTIONS.map((objection, index) => ({ value: objection, label: objections[index] ?? "" }))}
						value={value === null ? null : String(value)}
						onChange={(chosen) => onVote(OBJECTIONS.find((objection) => objection === chosen) ?? null)}
						disabled={disabled}
						labelledBy={labelId}
						layout="list"
					/>
					{(value === "concern" || value === "grave") && (
						<ReasonField labelId={labelId} text={vote?.reason ?? ""} onReason={onReason} disabled={disabled} />
					)}
				</>
			);
	}
}

interface ReasonFieldProps {
	labelId: string;
	text: string;
	onReason: (text: string) => void;
	disabled: boolean;
}

/** As long as what is published of it: nothing of a reason goes silently. */
function ReasonField({ labelId, text, onReason, disabled }: ReasonFieldProps) {
	const words = useWords();
	const id = useId();
	return (
		<div className="sheet-field">
			<label id={`${id}-label`} htmlFor={id}>
				{words.reason}
			</label>
			<textarea
				id={id}
				rows={2}
				className="kern-form-input__input sheet-area"
				value={text}
				maxLength={REASON_CODE_POINTS}
				readOnly={disabled}
				aria-labelledby={`${labelId} ${id}-label`}
				aria-describedby={`${id}-hint`}
				onChange={(event) => onReason(event.target.value)}
			/>
			<p id={`${id}-hint`} className="sheet-muted">
				{words.reasonHint}
			</p>
		</div>
	);
}
