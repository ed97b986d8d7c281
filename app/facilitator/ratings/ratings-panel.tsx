import { useId, useState } from "react";
import { areFew } from "../../../worksheets/assessment/distribution.ts";
import { ratingResultSchema } from "../../../worksheets/assessment/rating-result.ts";
import { groupLabel } from "../../../worksheets/contract/group-letter.ts";
import type { RatingView, Snapshot } from "../../../worksheets/contract/snapshot.ts";
import { useRatingWords } from "../../charts/use-rating-words.ts";
import { useMessages } from "../../i18n/provider.tsx";
import { ActButton } from "../../session/act-button.tsx";
import type { Worksheets } from "../../session/phase-sheets-view.tsx";
import { Refused } from "../../session/refused.tsx";
import { useAct } from "../../session/use-act.ts";
import { Badge } from "../../ui/badge.tsx";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { GroupBadge } from "../../ui/group-badge.tsx";
import { KeepFocus } from "../../ui/keep-focus.tsx";
import { type RatedQuestion, type RatedSheet, ratedQuestions, toReveal } from "./rating-overview.ts";

interface RatingsPanelProps {
	snapshot: Snapshot;
	worksheets: Worksheets;
	/** Opens a document at a question, to read. */
	onLookIn: (document: string, question: string) => void;
}

/** Who has revealed, how many have submitted, and where a group has no value yet; never what anybody has rated. */
export function RatingsPanel({ snapshot, worksheets, onLookIn }: RatingsPanelProps) {
	const words = useRatingWords();
	const id = useId();
	const questions = ratedQuestions(snapshot, worksheets, words.ownEntry);
	if (questions.length === 0) return null;
	return (
		<section aria-labelledby={id} className="stack-tight">
			<h2 id={id}>{words.overview}</h2>
			<p className="muted small">{words.overviewHint}</p>
			{questions.map((question) => (
				<Question
					key={question.id}
					question={question}
					language={snapshot.workshop.language}
					onLookIn={({ document, question: name }) => onLookIn(document, name)}
				/>
			))}
		</section>
	);
}

interface QuestionProps {
	question: RatedQuestion;
	language: string;
	onLookIn: (view: RatingView) => void;
}

function Question({ question, language, onLookIn }: QuestionProps) {
	const { label, sheets } = question;
	const words = useRatingWords();
	const id = useId();
	return (
		<section aria-labelledby={id}>
			<KeepFocus className="stack-tight">
				<h3 id={id} lang={language}>
					{label}
				</h3>
				<ul className="rating-overview">
					{sheets.map((sheet) => (
						<Sheet key={sheet.view.id} sheet={sheet} label={label} onLookIn={() => onLookIn(sheet.view)} />
					))}
				</ul>
				{sheets.some(({ view }) => !view.revealed) && <RevealAll question={question} />}
				{sheets.every(({ view }) => !view.revealed && view.submitted === 0) && (
					<p className="muted small">{words.revealNone}</p>
				)}
			</KeepFocus>
		</section>
	);
}

function Sheet({ sheet, label, onLookIn }: { sheet: RatedSheet; label: string; onLookIn: () => void }) {
	const { view, group, without } = sheet;
	const words = useRatingWords();
	const { facilitator } = useMessages();
	const isCounting = view.revealed && !ratingResultSchema.safeParse(view.result).success;
	const state = !view.revealed ? words.open : isCounting ? words.isCounting : words.isRevealed;
	return (
		<li className="cluster">
			{group === null ? <strong>{words.plenary}</strong> : <GroupBadge index={group.index} name={group.group.name} />}
			<span>{view.eligible === 0 ? words.nobodyAsked : words.submittedOf(view.submitted, view.eligible)}</span>
			<Badge kind={view.revealed ? "success" : "neutral"}>{state}</Badge>
			{view.revealed && without !== null && (
				<span className="small">{without.length === 0 ? words.withValue : words.withoutValue(without.join(", "))}</span>
			)}
			<Button
				variant="tertiary"
				compact
				aria-label={words.lookIn(nameOf(sheet, words.plenary), label)}
				onClick={onLookIn}
			>
				{facilitator.lookIn}
			</Button>
		</li>
	);
}

/** One reveal for each sheet in which somebody has submitted; asks once more where some have not, or few. */
function RevealAll({ question }: { question: RatedQuestion }) {
	const words = useRatingWords();
	const { act, refused, busy } = useAct();
	const [asking, setAsking] = useState(false);
	const due = toReveal(question);
	const incomplete = due.filter(({ view }) => view.submitted < view.eligible);
	const few = due.filter(({ view }) => areFew(view.submitted));
	const names = (sheets: readonly RatedSheet[]) => sheets.map((sheet) => nameOf(sheet, words.plenary)).join(", ");

	function reveal(): void {
		setAsking(false);
		// Each for itself: where a group was quicker, the others are revealed all the same.
		for (const { view } of due) {
			void act({ type: "rating.reveal", document: view.document, question: view.question });
		}
	}

	return (
		<>
			<div className="cluster">
				<ActButton
					icon="eye"
					resting={busy || due.length === 0}
					aria-label={words.revealAllOf(question.label)}
					onClick={() => (incomplete.length > 0 || few.length > 0 ? setAsking(true) : reveal())}
				>
					{words.revealAll}
				</ActButton>
			</div>
			<Refused code={refused} />
			<Dialog
				open={asking}
				onClose={() => setAsking(false)}
				title={incomplete.length > 0 ? words.missingTitle : words.fewTitle}
				footer={
					<>
						<Button onClick={() => setAsking(false)}>{words.wait}</Button>
						<ActButton variant="primary" onClick={reveal}>
							{words.revealAnyway}
						</ActButton>
					</>
				}
			>
				{incomplete.length > 0 && <p>{words.missingIn(names(incomplete))}</p>}
				{few.length > 0 && (
					<>
						<p>{words.fewIn(names(few))}</p>
						<p>{words.few}</p>
					</>
				)}
			</Dialog>
		</>
	);
}

function nameOf({ group }: RatedSheet, plenary: string): string {
	return group === null ? plenary : groupLabel(group.index, group.group.name);
}
