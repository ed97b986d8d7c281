import { useId } from "react";
import { useMessages } from "../../i18n/provider.tsx";
import { Badge } from "../../ui/badge.tsx";
import { Button } from "../../ui/button.tsx";
import type { Seat } from "./round-state.ts";

interface AtTableProps {
	seats: readonly Seat[];
	/** Whose turn it is; undefined when all have had theirs. */
	next: Seat | undefined;
	/** Who is asked for just now, or has the device: they need no button. */
	current: Seat | undefined;
	/** Whether it stands below a step of a question, and its heading with it. */
	isWithin: boolean;
	isOver(document: string): boolean;
	onChoose(seat: Seat): void;
}

/** Who sits at the table and who has had their turn; from here people go back to their own answers. */
export function AtTable({ seats, next, current, isWithin, isOver, onChoose }: AtTableProps) {
	const { table } = useMessages();
	const id = useId();
	const Heading = isWithin ? "h4" : "h3";
	return (
		<>
			<Heading id={id}>{table.people}</Heading>
			<ol className="round__people" aria-labelledby={id}>
				{seats.map((seat) => {
					const { sheet, person } = seat;
					const { name } = person;
					const isDone = next === undefined || isOver(sheet.id);
					return (
						<li key={sheet.id} className="round__person">
							<span className="cluster">
								<strong>{name}</strong>
								<Standing seat={seat} isNow={seat === current} isDone={isDone} />
							</span>
							{seat !== current && (
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

function Standing({ seat, isNow, isDone }: { seat: Seat; isNow: boolean; isDone: boolean }) {
	const { table } = useMessages();
	if (seat.number === 0) return <Badge>{table.isGone}</Badge>;
	if (isNow) return <Badge kind="info">{table.isNow}</Badge>;
	if (!isDone) return <Badge>{table.isOpen}</Badge>;
	return (
		<Badge kind="success" icon="check">
			{table.isDone}
		</Badge>
	);
}
