import { type ReactNode, useEffect, useId, useRef, useState } from "react";
import type { DocumentView, Snapshot } from "../../../worksheets/contract/snapshot.ts";
import type { Worksheet } from "../../../worksheets/schema/worksheet.ts";
import type { Messages } from "../../i18n/messages.ts";
import { useMessages } from "../../i18n/provider.tsx";
import { useAnnounce } from "../../ui/announce.tsx";
import { Button } from "../../ui/button.tsx";
import { AtTable } from "./at-table.tsx";
import { type Chosen, type Round as RoundState, roundOf, type Seat, seatsOf } from "./round-state.ts";
import { roundPhase, type Turns, useTurns } from "./use-turns.ts";

interface HandedRound {
	snapshot: Snapshot;
	/** Everybody's own sheet, in the order in which they rate (table-sheets.ts). */
	sheets: readonly DocumentView[];
	/** Nothing is given now; it is only looked at. */
	readOnly?: boolean | undefined;
	/** One person's sheet, or what of it is asked here. */
	children: (sheet: DocumentView) => ReactNode;
}

interface RoundProps extends HandedRound {
	worksheet: Worksheet;
	/** In which the sheets are laid out; the present one of theirs where it is absent. */
	phase?: string | undefined;
}

/** A worksheet goes round in a phase. What people vote on in it stays covered afterwards. */
export function Round({ worksheet, phase, ...round }: RoundProps) {
	const turns = useTurns(round.snapshot, phase ?? roundPhase(round.snapshot, round.sheets[0]));
	const isSecret = worksheet.sections.some(({ blocks }) => blocks.some(({ type }) => type === "decision"));
	return <Turned {...round} turns={turns} isSecret={isSecret} />;
}

/** A round about one question, with turns of its own, after which everything stays covered. */
export function SecretRound(round: HandedRound & { turns: Turns }) {
	return <Turned {...round} isSecret isWithin />;
}

interface TurnedProps extends HandedRound {
	turns: Turns;
	isSecret: boolean;
	/** Whether it stands below a step of a question, and its headings with it. */
	isWithin?: boolean;
}

/**
 * Several people at one device give their answers one after the other. Between two of them the page shows nothing of
 * either, and until all have had their turn an answer is shown to nobody but whoever says that it is theirs.
 */
function Turned(props: TurnedProps) {
	const { snapshot, sheets, turns, isSecret, isWithin = false, readOnly = false, children } = props;
	const Heading = isWithin ? "h4" : "h2";
	const { table } = useMessages();
	const { isOver, pass } = turns;
	const [chosen, setChosen] = useState<Chosen | null>(null);
	const acted = useRef(false);
	const heading = useRef<HTMLHeadingElement>(null);
	const headingId = useId();

	const seats = seatsOf(snapshot, sheets);
	const round = roundOf({ seats, chosen, isOver, readOnly, isSecret });
	const { shown, next, isLast, isCovered, isAlone } = round;
	const begins = !seats.some(({ sheet }) => isOver(sheet.id));
	const { title, hint } = said(round, { begins, isSecret }, table);
	useTurnSaid(`${title}. ${hint}`, () => {
		// What changed by itself leaves people where they are.
		if (acted.current) heading.current?.focus();
		acted.current = false;
	});

	function choose(next: Chosen | null): void {
		acted.current = true;
		setChosen(next);
	}

	function finish({ sheet, number }: Seat): void {
		if (next !== undefined && number > 0) pass(sheet.id);
		choose(null);
	}

	const answers = shown.kind === "answers" ? shown.seat : undefined;
	const waits = shown.kind === "turn" || shown.kind === "asked" ? shown.seat : undefined;
	return (
		<section className="round" aria-labelledby={headingId}>
			<div className="round__head">
				<Heading id={headingId} ref={heading} tabIndex={-1}>
					{title}
				</Heading>
				{hint !== "" && <p>{hint}</p>}
				{waits !== undefined && (
					<>
						{isCovered && <p className="muted">{isSecret ? table.hiddenAlways : table.hidden}</p>}
						<div className="cluster">
							<Button variant="primary" onClick={() => choose({ sheet: waits.sheet.id, open: true })}>
								{table.thatIsMe({ name: waits.person.name })}
							</Button>
							{shown.kind === "turn" ? (
								<Button onClick={() => finish(waits)}>{table.skip}</Button>
							) : (
								<Button onClick={() => choose(null)}>{table.notNow}</Button>
							)}
						</div>
					</>
				)}
			</div>
			{answers !== undefined && children(answers.sheet)}
			{answers !== undefined && chosen !== null && (
				<div className="round__done">
					<Button variant="primary" icon="check" onClick={() => finish(answers)}>
						{next === undefined ? table.back : isLast ? table.done : table.doneNext}
					</Button>
				</div>
			)}
			{(answers === undefined || (isAlone && chosen === null)) && (
				<AtTable
					seats={seats}
					next={next}
					current={waits ?? answers}
					isWithin={isWithin}
					isOver={isOver}
					onChoose={({ sheet }) => choose({ sheet: sheet.id, open: !isCovered })}
				/>
			)}
		</section>
	);
}

/** What stands above the round, and is said when it changes. */
function said(
	{ shown, count }: RoundState,
	{ begins, isSecret }: { begins: boolean; isSecret: boolean },
	table: Messages["table"],
): { title: string; hint: string } {
	switch (shown.kind) {
		case "turn": {
			const { name } = shown.seat.person;
			const title = table.turn({ name, number: shown.seat.number, count });
			return { title, hint: begins ? table.begin : table.handOver({ name }) };
		}
		case "asked": {
			const { name } = shown.seat.person;
			return { title: table.answersOf({ name }), hint: table.handOver({ name }) };
		}
		case "answers":
			return { title: table.answersOf({ name: shown.seat.person.name }), hint: "" };
		case "over":
			return { title: table.allDone({ count }), hint: isSecret ? table.changeSecret : table.change };
		case "closed":
			return { title: table.looking, hint: isSecret ? table.lookSecret : "" };
	}
}

/** Says each change of turn; what people begin with is on the page already. */
function useTurnSaid(text: string, onSaid: () => void): void {
	const announce = useAnnounce();
	const before = useRef(text);
	const latest = useRef(onSaid);
	latest.current = onSaid;
	useEffect(() => {
		if (before.current === text) return;
		before.current = text;
		announce(text);
		latest.current();
	}, [text, announce]);
}
