import { type FormEvent, useId, useRef, useState } from "react";
import { MOST_STATEMENTS } from "../../../worksheets/blocks/synthesis-write.ts";
import { type Offer, type Topic, topicsOf } from "../../../worksheets/synthesis/offers.ts";
import { useSession } from "../../session/session-provider.tsx";
import { Alert } from "../../ui/alert.tsx";
import { Button } from "../../ui/button.tsx";
import { Disclosure } from "../../ui/disclosure.tsx";
import { LoadFailed } from "../load-failed.tsx";
import { short } from "./short.ts";
import type { AnswerSheets } from "./use-answer-sheets.ts";
import type { Board } from "./use-board.ts";
import { useSynthesisWords } from "./use-synthesis-words.ts";

interface PickerProps {
	board: Board;
	answers: AnswerSheets;
}

/** What the groups have written, question by question, and what somebody adds in words of their own. */
export function Picker({ board, answers }: PickerProps) {
	const words = useSynthesisWords();
	const { connection } = useSession();
	const { sheets, loaded, again } = answers;
	const topics = topicsOf(sheets ?? [], board.statements);
	const isFull = board.statements.length >= MOST_STATEMENTS;
	return (
		<section className="synthesis__picker" aria-labelledby="synthesis-answers">
			<h3 id="synthesis-answers">{words.answers}</h3>
			<p className="sheet-muted">{words.answersHint}</p>
			{connection !== "live" && <Alert kind="warning">{words.answersOffline}</Alert>}
			{isFull && <Alert kind="warning">{words.full(MOST_STATEMENTS)}</Alert>}
			{sheets === null && loaded.state === "loading" && <p role="status">{words.answersLoading}</p>}
			{loaded.state === "failed" && <LoadFailed refused={loaded.refused} again={again} />}
			{sheets !== null && topics.length === 0 && <p className="sheet-muted">{words.noAnswers}</p>}
			{topics.map((topic, index) => (
				<TopicOffers key={topic.key} topic={topic} open={index === 0} isFull={isFull} board={board} />
			))}
			<AddStatement board={board} isFull={isFull} />
		</section>
	);
}

interface TopicOffersProps {
	topic: Topic;
	open: boolean;
	isFull: boolean;
	board: Board;
}

function TopicOffers({ topic, open, isFull, board }: TopicOffersProps) {
	const words = useSynthesisWords();
	const { title, label, isMessage, offers } = topic;
	// Whoever has opened one keeps it open, whatever comes in front of it.
	const [opened] = useState(open);
	return (
		<Disclosure
			open={opened}
			summary={isMessage ? words.keyMessages(label, offers.length) : words.question(label, offers.length)}
		>
			<p className="sheet-muted">{title}</p>
			<ul className="synthesis__offers">
				{offers.map((offer) => (
					<OfferLine key={offer.source.document} offer={offer} isFull={isFull} board={board} />
				))}
			</ul>
		</Disclosure>
	);
}

function OfferLine({ offer, isFull, board }: { offer: Offer; isFull: boolean; board: Board }) {
	const words = useSynthesisWords();
	const { owner, text, source, taken } = offer;
	const off = taken || isFull;
	return (
		<li>
			<p className="sheet-muted">{owner}</p>
			<p className="synthesis__said">{text}</p>
			<Button
				icon={taken ? "check" : "plus"}
				variant={taken ? "tertiary" : "secondary"}
				aria-disabled={off || undefined}
				aria-label={words.named(taken ? words.taken : words.take, `${owner}, ${short(text)}`)}
				onClick={() => {
					if (!off) board.addNew("statement", text, source);
				}}
			>
				{taken ? words.taken : words.take}
			</Button>
		</li>
	);
}

function AddStatement({ board, isFull }: { board: Board; isFull: boolean }) {
	const words = useSynthesisWords();
	const id = useId();
	const field = useRef<HTMLTextAreaElement>(null);
	const submit = (event: FormEvent) => {
		event.preventDefault();
		const text = field.current?.value.trim() ?? "";
		if (field.current === null || text === "" || isFull) return;
		if (board.addNew("statement", text) === null) return;
		field.current.value = "";
		field.current.focus();
	};
	return (
		<form className="synthesis__own" onSubmit={submit} data-draft>
			<label htmlFor={id}>{words.own}</label>
			<textarea ref={field} id={id} rows={2} className="kern-form-input__input sheet-area" autoComplete="off" />
			<Button type="submit" icon="plus" aria-disabled={isFull || undefined}>
				{words.addOwn}
			</Button>
		</form>
	);
}
