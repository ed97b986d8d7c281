import type { GroupView, ProgressState, Snapshot } from "../../../worksheets/contract/snapshot.ts";
import type { Worksheet } from "../../../worksheets/schema/worksheet.ts";
import type { Worksheets } from "../../session/phase-sheets-view.tsx";
import { type GroupSheet, groupSheets } from "../group-sheets.ts";
import { countStates, type QuestionProgress, questionProgress } from "../question-progress.ts";

/** How far all groups are in one worksheet. */
export interface MatrixSheet {
	/** The worksheet's id. */
	id: string;
	title: string;
	columns: MatrixColumn[];
	rows: MatrixRow[];
}

interface MatrixColumn {
	/** The question's number as the sheets themselves show it. */
	number: number;
	/** Null where groups are asked different things under this number. */
	label: string | null;
}

export interface MatrixRow {
	group: GroupView;
	/** The group's place among all groups, from 0. */
	index: number;
	/** The group's document. */
	document: string;
	/** In the order of the columns; a group with fewer questions has fewer. */
	cells: QuestionProgress[];
	counts: Record<ProgressState, number>;
	/** Epoch milliseconds; null where nothing was ever written. */
	lastChangeAt: number | null;
}

/** One matrix for each worksheet that groups have on the table now, in the order in which groups have them. */
export function matrixSheets(snapshot: Snapshot, worksheets: Worksheets): MatrixSheet[] {
	const rows = new Map<string, MatrixRow[]>();
	for (const [index, group] of snapshot.groups.entries()) {
		for (const sheet of groupSheets(snapshot, group.id)) {
			const worksheet = worksheets[sheet.document.worksheet];
			if (worksheet === undefined) continue;
			const row = rowOf(snapshot, group, index, sheet, worksheet);
			rows.set(worksheet.id, [...(rows.get(worksheet.id) ?? []), row]);
		}
	}
	const sheets = [...rows].map(([id, own]) => ({
		id,
		title: worksheets[id]?.title[snapshot.workshop.language] ?? id,
		columns: columnsOf(own),
		rows: own,
	}));
	return sheets.filter(({ columns }) => columns.length > 0);
}

function rowOf(
	snapshot: Snapshot,
	group: GroupView,
	index: number,
	{ document, sections }: GroupSheet,
	worksheet: Worksheet,
): MatrixRow {
	const progress = snapshot.progress.find(({ id }) => id === document.id);
	const cells = questionProgress(progress, worksheet, sections, snapshot.workshop.language);
	return {
		group,
		index,
		document: document.id,
		cells,
		counts: countStates(cells),
		lastChangeAt: progress?.lastChangeAt ?? null,
	};
}

function columnsOf(rows: readonly MatrixRow[]): MatrixColumn[] {
	const count = Math.max(0, ...rows.map(({ cells }) => cells.length));
	return Array.from({ length: count }, (_, at) => {
		const labels = new Set(rows.flatMap(({ cells }) => cells[at]?.label ?? []));
		const [label] = labels;
		return { number: at + 1, label: labels.size === 1 && label !== undefined ? label : null };
	});
}
