import { Fragment } from "react";
import type { Statement } from "../../../worksheets/blocks/synthesis.ts";
import { classNames } from "../../ui/class-names.ts";
import { RemovedNote } from "./removed-note.tsx";
import { StatementCard } from "./statement-card.tsx";
import type { Board } from "./use-board.ts";
import type { StatementDrag } from "./use-statement-drag.ts";

/** What every list of statements gets. */
export interface ListProps {
	board: Board;
	/** What sources say by now, by statement. */
	changes: ReadonlyMap<string, string>;
	dragging: StatementDrag;
	focusOn: (name: string) => void;
}

interface StatementListProps extends ListProps {
	/** Null: the loose ones. */
	cluster: string | null;
	statements: readonly Statement[];
	/** Said where there is none. */
	empty: string;
}

/** The statements of one cluster, or those of none. */
export function StatementList({ cluster, statements, empty, ...lists }: StatementListProps) {
	const { board, dragging, focusOn } = lists;
	const { removed } = board;
	const at = removed?.kind === "statement" && removed.cluster === cluster ? removed : null;
	const note = at && (
		<li>
			<RemovedNote key={at.id} removed={at} board={board} focusOn={focusOn} />
		</li>
	);
	const isTarget = dragging.drag?.target?.cluster === cluster;
	return (
		<>
			{statements.length === 0 && at === null && <p className="sheet-muted">{empty}</p>}
			<ol className={classNames("synthesis__list", isTarget && "synthesis__list--target")} data-list={cluster ?? ""}>
				{statements.map((statement, index) => (
					<Fragment key={statement.id}>
						{at?.index === index && note}
						<StatementCard {...lists} statement={statement} cluster={cluster} index={index} of={statements.length} />
					</Fragment>
				))}
				{at !== null && at.index >= statements.length && note}
			</ol>
		</>
	);
}
