/** A cell of a matrix: its row's place and its own in the row, both from 0. */
export interface Place {
	row: number;
	cell: number;
}

/**
 * Where a key leads from one cell to another; null where it is none of the grid's keys. `widths`: how many cells each
 * row has. Nobody leaves the grid by an arrow, and a shorter row takes whoever comes at its last cell.
 */
export function gridStep({ row, cell }: Place, key: string, ctrl: boolean, widths: readonly number[]): Place | null {
	const lastRow = widths.length - 1;
	const to = (nextRow: number, nextCell: number): Place => {
		const bounded = Math.max(0, Math.min(nextRow, lastRow));
		return { row: bounded, cell: Math.max(0, Math.min(nextCell, (widths[bounded] ?? 1) - 1)) };
	};
	switch (key) {
		case "ArrowLeft":
			return to(row, cell - 1);
		case "ArrowRight":
			return to(row, cell + 1);
		case "ArrowUp":
			return to(row - 1, cell);
		case "ArrowDown":
			return to(row + 1, cell);
		case "Home":
			return to(ctrl ? 0 : row, 0);
		case "End":
			return to(ctrl ? lastRow : row, Number.POSITIVE_INFINITY);
		default:
			return null;
	}
}
