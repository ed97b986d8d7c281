import { type ReactNode, useEffect, useId, useRef, useState } from "react";
import type { DocumentView, Snapshot } from "../../../worksheets/contract/snapshot.ts";
import type { Worksheet } from "../../../worksheets/schema/worksheet.ts";
import type { Messages } from "../../i18n/messages.ts";
import { useMessages } from "../../i18n/provider.tsx";
import { useAnnounce } from "../../ui/announce.tsx";
import { Button } from "../../ui/button.tsx";
import { AtTable } from "./at-table.tsx";
import { type Chosen, type Round as RoundState, roundOf, type Seat, seatsOf } from "./round-state.ts";
import { roundPhase, useTurns } from "./use-turns.ts";

interface RoundProps {
	snapshot: Snapshot;
	/** Everybody's own sheet, in the order in which they rate (table-sheets.ts). */
	sheets: readonly DocumentView[];
	worksheet: Worksheet;
	/** In which the sheets are laid out; the present one of theirs where it is absent. */
	phase?: string | undefined;
	/** Nothing is given now; it is only looked at. */
	readOnly?: boolean | undefined;
	/** One person's sheet, or what of it is asked here. */
	children: (sheet: DocumentView) => ReactNode;
}

/**
 * Several people at one device give their answers one after the other. Between two of them the page shows nothing of
 * either, and until all have had their turn an answer is shown to nobody but whoever says that it is theirs.
 */
export function Round(props: RoundProps) {
	const { snapshot, sheets, worksheet, phase = roundPhase(snapshot, sheets[0]), readOnly = false, children } = props;
	const { table } = useMessages();
	const { isOver, pass } = useTurns(snapshot, phase);
	const [chosen, setChosen] = useState<Chosen | null>(null);
	const acted = useRef(false);
	const heading = useRef<HTMLHeadingElement>(null);
	const headingId = useId();

	const seats = seatsOf(snapshot, sheets);
	const isSecret = worksheet.sections.some(({ blocks }) => blocks.some(({ type }) => type === "decision"));
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
				<h2 id={headingId} ref={heading} tabIndex={-1}>
					{title}
				</h2>
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
