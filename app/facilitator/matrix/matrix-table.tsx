import { type KeyboardEvent, useId, useRef, useState } from "react";
import { groupLabel } from "../../../worksheets/contract/group-letter.ts";
import { useFormat } from "../../i18n/format.ts";
import { useMessages } from "../../i18n/provider.tsx";
import { useServerNow } from "../../session/session-provider.tsx";
import { GroupBadge } from "../../ui/group-badge.tsx";
import { ScrollRegion } from "../../ui/scroll-region.tsx";
import { VisuallyHidden } from "../../ui/visually-hidden.tsx";
import type { QuestionProgress } from "../question-progress.ts";
import { gridStep, type Place } from "./grid-step.ts";
import type { MatrixRow, MatrixSheet } from "./matrix-sheets.ts";
import { STATE_SYMBOL } from "./state-symbol.ts";

interface MatrixTableProps {
	sheet: MatrixSheet;
	onLookIn: (document: string, question: string) => void;
}

/**
 * The cells, in a box that scrolls by itself where they are many. One of them is a stop for the Tab key, the arrows lead
 * to all others: a hundred and twenty stops would wall off the rest of the page. On phones each row is a block.
 */
export function MatrixTable({ sheet, onLookIn }: MatrixTableProps) {
	const { facilitator } = useMessages();
	const hint = useId();
	const table = useRef<HTMLTableElement>(null);
	const [place, setPlace] = useState<Place>({ row: 0, cell: 0 });
	const widths = sheet.rows.map(({ cells }) => cells.length);
	const stop = bounded(place, widths);

	function onKeyDown(event: KeyboardEvent): void {
		const next = gridStep(stop, event.key, event.ctrlKey || event.metaKey, widths);
		if (next === null) return;
		event.preventDefault();
		setPlace(next);
		table.current?.querySelector<HTMLElement>(`[data-place="${next.row} ${next.cell}"]`)?.focus();
	}

	return (
		<>
			<p id={hint} className="muted small">
				{facilitator.progressHint}
			</p>
			<ScrollRegion label={sheet.title} className="matrix-box">
				{/* biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: arrows lead through its buttons */}
				<table ref={table} role="grid" className="matrix" aria-label={sheet.title} aria-describedby={hint}>
					<thead>
						<tr>
							<th scope="col">{facilitator.progressGroup}</th>
							{sheet.columns.map(({ number, label }) => (
								<th key={number} scope="col" title={label ?? undefined} className="matrix__question">
									{facilitator.questionShort({ number })}
								</th>
							))}
							<th scope="col">{facilitator.questionState.done}</th>
							<th scope="col">{facilitator.lastChange}</th>
						</tr>
					</thead>
					<tbody onKeyDown={onKeyDown}>
						{sheet.rows.map((row, at) => (
							<Row
								key={row.group.id}
								row={row}
								at={at}
								columns={sheet.columns.length}
								stop={stop.row === at ? stop.cell : null}
								onFocus={(cell) => setPlace({ row: at, cell })}
								onLookIn={(question) => onLookIn(row.document, question)}
							/>
						))}
					</tbody>
				</table>
			</ScrollRegion>
		</>
	);
}

/** Rows and cells may have become fewer since somebody was there. */
function bounded({ row, cell }: Place, widths: readonly number[]): Place {
	const at = Math.min(row, widths.length - 1);
	return { row: at, cell: Math.min(cell, Math.max(0, (widths[at] ?? 1) - 1)) };
}

interface RowProps {
	row: MatrixRow;
	at: number;
	columns: number;
	/** The cell that is the grid's stop for the Tab key, where it is in this row. */
	stop: number | null;
	onFocus: (cell: number) => void;
	onLookIn: (question: string) => void;
}

function Row({ row, at, columns, stop, onFocus, onLookIn }: RowProps) {
	const { facilitator } = useMessages();
	const { group, index, cells, counts, lastChangeAt } = row;
	const name = groupLabel(index, group.name);
	return (
		<tr>
			<th scope="row" className="matrix__group">
				<GroupBadge index={index} name={group.name} />
			</th>
			{cells.map((cell, place) => (
				<td key={cell.name} className="matrix__cell">
					<CellButton
						cell={cell}
						group={name}
						isStop={place === stop}
						place={`${at} ${place}`}
						onFocus={() => onFocus(place)}
						onClick={() => onLookIn(cell.name)}
					/>
				</td>
			))}
			{cells.length < columns && <td colSpan={columns - cells.length} className="matrix__none" />}
			<td className="matrix__done">
				<span aria-hidden="true">
					{counts.done}/{cells.length}
					<span className="matrix__label"> {facilitator.questionState.done}</span>
				</span>
				<VisuallyHidden>{facilitator.doneOf({ done: counts.done, all: cells.length })}</VisuallyHidden>
			</td>
			<td className="matrix__last">
				<span aria-hidden="true" className="matrix__label">
					{facilitator.lastChange}{" "}
				</span>
				<LastChange at={lastChangeAt} />
			</td>
		</tr>
	);
}

interface CellButtonProps {
	cell: QuestionProgress;
	group: string;
	isStop: boolean;
	place: string;
	onFocus: () => void;
	onClick: () => void;
}

function CellButton({ cell, group, isStop, place, onFocus, onClick }: CellButtonProps) {
	const { facilitator } = useMessages();
	const { number, label, state } = cell;
	return (
		<button
			type="button"
			className={`matrix__button matrix__button--${state}`}
			aria-label={facilitator.progressCell({ group, number, label, state: facilitator.questionState[state] })}
			title={facilitator.question({ number, label, state: facilitator.questionState[state] })}
			tabIndex={isStop ? 0 : -1}
			data-place={place}
			onFocus={onFocus}
			onClick={onClick}
		>
			<span aria-hidden="true" className="matrix__number">
				{facilitator.questionShort({ number })}
			</span>
			<span aria-hidden="true">{STATE_SYMBOL[state]}</span>
		</button>
	);
}

/** When anything was last written in the sheet, whoever it was. */
function LastChange({ at }: { at: number | null }) {
	const { facilitator } = useMessages();
	const format = useFormat();
	const now = useServerNow(10_000);
	if (at === null) return <>{facilitator.lastChangeNever}</>;
	const minutes = Math.max(0, Math.floor((now - at) / 60_000));
	return (
		<time dateTime={new Date(at).toISOString()}>
			{minutes < 60 ? facilitator.lastChangeAgo({ minutes }) : format.time(at)}
		</time>
	);
}
