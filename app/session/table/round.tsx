import { type ReactNode, useEffect, useId, useRef, useState } from "react";
import type { DocumentView, Person, Snapshot } from "../../../worksheets/contract/snapshot.ts";
import type { Worksheet } from "../../../worksheets/schema/worksheet.ts";
import { useMessages } from "../../i18n/provider.tsx";
import { useAnnounce } from "../../ui/announce.tsx";
import { Badge } from "../../ui/badge.tsx";
import { Button } from "../../ui/button.tsx";
import { roundPhase, useTurns } from "./use-turns.ts";

interface RoundProps {
	snapshot: Snapshot;
	/** Everybody's own sheet, in the order in which they rate (table-sheets.ts). */
	sheets: readonly DocumentView[];
	worksheet: Worksheet;
	/** Nothing is given now; it is only looked at. */
	readOnly?: boolean | undefined;
	/** One person's sheet, or what of it is asked here. */
	children: (sheet: DocumentView) => ReactNode;
}

/** Somebody at the table, with their sheet. */
interface Seat {
	sheet: DocumentView;
	person: Person;
	/** From 1 among those who sit there now; 0 for who has left. */
	number: number;
}

/**
 * Several people at one device give their answers one after the other. Between two of them the page shows nothing of
 * either, and until all have had their turn an answer is shown to nobody but whoever says that it is theirs.
 */
export function Round(props: RoundProps) {
	const { snapshot, sheets, worksheet, readOnly, children } = props;
	const { table } = useMessages();
	const seats = seatsOf(snapshot, sheets);
	const sitting = seats.filter(({ number }) => number > 0);
	const { isOver, pass } = useTurns(snapshot, roundPhase(snapshot, sheets[0]));
	const [chosen, setChosen] = useState<{ sheet: string; open: boolean } | null>(null);

	const heading = useRef<HTMLHeadingElement>(null);
	const headingId = useId();
	const acted = useRef(false);

	const isSecret = worksheet.sections.some(({ blocks }) => blocks.some(({ type }) => type === "decision"));
	const isDue = ({ sheet, number }: Seat) => number > 0 && sheet.access === "write" && !isOver(sheet.id);
	const next = readOnly || sitting.length < 2 ? undefined : sitting.find(isDue);
	const isCovered = next !== undefined || isSecret;
	const seat = seats.find(({ sheet }) => sheet.id === chosen?.sheet) ?? next;
	const open = seat !== undefined && chosen?.sheet === seat.sheet.id && chosen.open ? seat : undefined;

	function finish({ sheet, number }: Seat): void {
		if (next !== undefined && number > 0) pass(sheet.id);
		choose(null);
	}

	function choose(sheet: DocumentView | null, isOpen = false): void {
		acted.current = true;
		setChosen(sheet === null ? null : { sheet: sheet.id, open: isOpen });
	}

	const count = sitting.length;
	const others = sitting.filter((other) => other !== open && isDue(other));
	const last = others.length === 0;
	const title =
		seat === undefined
			? next === undefined && sheets.every(({ access }) => access === "read")
				? table.looking
				: table.allDone({ count })
			: open !== undefined || next === undefined
				? table.answersOf({ name: seat.person.name })
				: table.turn({ name: seat.person.name, number: seat.number, count });
	const hint =
		seat === undefined
			? isSecret
				? table.changeSecret
				: table.change
			: open !== undefined
				? ""
				: seats.some(({ sheet }) => isOver(sheet.id)) || chosen !== null
					? table.handOver({ name: seat.person.name })
					: table.begin;
	useTurnSaid(`${title}. ${hint}`, () => {
		// What changed by itself leaves people where they are.
		if (acted.current) heading.current?.focus();
		acted.current = false;
	});
	return (
		<section className="round" aria-labelledby={headingId}>
			<div className="round__head">
				<h2 id={headingId} ref={heading} tabIndex={-1}>
					{title}
				</h2>
				{hint !== "" && <p>{hint}</p>}
				{seat !== undefined && open === undefined && (
					<>
						{isCovered && <p className="muted">{isSecret ? table.hiddenAlways : table.hidden}</p>}
						<div className="cluster">
							<Button variant="primary" onClick={() => choose(seat.sheet, true)}>
								{table.thatIsMe({ name: seat.person.name })}
							</Button>
							{chosen !== null ? (
								<Button onClick={() => choose(null)}>{table.notNow}</Button>
							) : (
								<Button onClick={() => finish(seat)}>{table.skip}</Button>
							)}
						</div>
					</>
				)}
			</div>
			{open !== undefined && (
				<>
					{children(open.sheet)}
					<div className="round__done">
						<Button variant="primary" icon="check" onClick={() => finish(open)}>
							{next === undefined ? table.back : last ? table.done : table.doneNext}
						</Button>
					</div>
				</>
			)}
			{open === undefined && (
				<People
					seats={seats}
					now={next}
					asked={seat}
					isOver={isOver}
					onChoose={({ sheet }) => choose(sheet, !isCovered)}
				/>
			)}
		</section>
	);
}

interface PeopleProps {
	seats: readonly Seat[];
	/** Whose turn it is; undefined when all have had theirs. */
	now: Seat | undefined;
	/** Who is asked for just now: they need no button. */
	asked: Seat | undefined;
	isOver(document: string): boolean;
	onChoose(seat: Seat): void;
}

/** Who sits at the table and who has had their turn; from here people go back to their own answers. */
function People({ seats, now, asked, isOver, onChoose }: PeopleProps) {
	const { table } = useMessages();
	const id = useId();
	return (
		<>
			<h3 id={id}>{table.people}</h3>
			<ol className="round__people" aria-labelledby={id}>
				{seats.map((seat) => {
					const { sheet, person, number } = seat;
					const { name } = person;
					const isDone = now === undefined || isOver(sheet.id);
					return (
						<li key={sheet.id} className="round__person">
							<span className="cluster">
								<strong>{name}</strong>
								{number === 0 ? (
									<Badge>{table.isGone}</Badge>
								) : seat === asked ? (
									<Badge kind="info">{table.isNow}</Badge>
								) : isDone ? (
									<Badge kind="success" icon="check">
										{table.isDone}
									</Badge>
								) : (
									<Badge>{table.isOpen}</Badge>
								)}
							</span>
							{seat !== asked && (
								<Button
									variant="tertiary"
									aria-label={isDone ? table.againOf({ name }) : table.firstOf({ name })}
									onClick={() => onChoose(seat)}
								>
									{isDone ? table.again : table.first}
								</Button>
							)}
						</li>
					);
				})}
			</ol>
		</>
	);
}

function seatsOf({ you }: Snapshot, sheets: readonly DocumentView[]): Seat[] {
	const here = (you.people ?? []).filter(({ left }) => !left);
	return sheets.flatMap((sheet) => {
		const person = you.people?.find(({ id }) => id === sheet.scope.id);
		return person === undefined ? [] : [{ sheet, person, number: here.indexOf(person) + 1 }];
	});
}

/** Says each change of turn; what people begin with is on the page already. */
function useTurnSaid(said: string, onSaid: () => void): void {
	const announce = useAnnounce();
	const before = useRef(said);
	const latest = useRef(onSaid);
	latest.current = onSaid;
	useEffect(() => {
		if (before.current === said) return;
		before.current = said;
		announce(said);
		latest.current();
	}, [said, announce]);
}
