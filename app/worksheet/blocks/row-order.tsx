import type { ActionRow } from "../../../worksheets/blocks/actions.ts";
import { byDue } from "../../../worksheets/plan/by-due.ts";
import { useMessages } from "../../i18n/provider.tsx";
import { useAnnounce } from "../../ui/announce.tsx";
import { Button } from "../../ui/button.tsx";

interface RowOrderProps {
	rows: readonly ActionRow[];
	/** Ids as they were when somebody asked for another order; null: as they were entered. */
	order: readonly string[] | null;
	onOrder: (order: readonly string[] | null) => void;
}

/**
 * Shows the plan by date, in this page alone. It stays as it was asked for: a row that moved away while somebody enters
 * its date would take the field from under their hands.
 */
export function RowOrder({ rows, order, onOrder }: RowOrderProps) {
	const words = useMessages().sheet;
	const announce = useAnnounce();
	return (
		<div className="cluster">
			<Button
				variant="tertiary"
				aria-pressed={order !== null}
				onClick={() => {
					onOrder(byDue(rows).map(({ id }) => id));
					announce(words.sortedByDate);
				}}
			>
				{words.byDate}
			</Button>
			<Button
				variant="tertiary"
				aria-pressed={order === null}
				onClick={() => {
					onOrder(null);
					announce(words.sortedAsEntered);
				}}
			>
				{words.asEntered}
			</Button>
		</div>
	);
}

/** In the order asked for; what has come since stands at the end. */
export function ordered(rows: readonly ActionRow[], order: readonly string[] | null): readonly ActionRow[] {
	if (order === null) return rows;
	const place = new Map(order.map((id, index) => [id, index]));
	return rows.toSorted((one, other) => (place.get(one.id) ?? order.length) - (place.get(other.id) ?? order.length));
}
