import type { Language } from "../contract/languages.ts";
import type { ReportNode } from "../report/nodes.ts";
import { reportWords } from "../report/words.ts";
import type { Column } from "../schema/parts.ts";
import { placeOf, QUADRANTS, quadrantOf } from "./actor-board.ts";
import { actorName, axisColumn, nameColumn, withoutRatings } from "./actor-columns.ts";
import type { ActorMapAnswer } from "./actor-map.ts";
import { cellText, isEmptyCell, isTextColumn } from "./cells.ts";
import type { BlockOf } from "./definitions.ts";
import { hasEntries, type Row } from "./rows.ts";

type Definition = BlockOf<"actor-map">;

/** A table for each part, then the board as a list by quadrant: what it says without a picture. */
export function reportActors(block: Definition, { rows, ratings }: ActorMapAnswer, language: Language): ReportNode[] {
	const filled = rows.filter((row) => hasEntries([row]));
	if (filled.length === 0) return [];
	const withheld = ratings === "withheld";
	return [
		...block.parts.flatMap((part, index): ReportNode[] => {
			const columns = withheld ? withoutRatings(part, index) : part.columns;
			return partTable(block, columns, part.title[language], filled, language);
		}),
		...(withheld ? [notReleased(language)] : boardList(block, filled, language)),
	];
}

function notReleased(language: Language): ReportNode {
	return { kind: "note", text: reportWords[language].notReleased };
}

/** Nothing where nobody has filled in any of the columns. */
function partTable(
	block: Definition,
	columns: readonly Column[],
	caption: string,
	rows: readonly Row[],
	language: Language,
): ReportNode[] {
	if (!rows.some(({ cells }) => columns.some(({ id }) => !isEmptyCell(cells[id])))) return [];
	const name = nameColumn(block);
	const others = columns.filter((column) => column.id !== name?.id);
	return [
		{
			kind: "table",
			caption,
			head: [name?.label[language] ?? "", ...others.map((column) => column.label[language])],
			rows: rows.map((row) => [
				rowName(block, row, language),
				...others.map((column) => cellText(column, row.cells[column.id], language)),
			]),
			share: [3, ...others.map((column) => (isTextColumn(column) ? 3 : 2))],
		},
	];
}

function boardList(block: Definition, rows: readonly Row[], language: Language): ReportNode[] {
	const up = axisColumn(block, "up");
	const across = axisColumn(block, "across");
	const placed = rows.flatMap((row) => {
		const place = placeOf(block, row);
		if (place === null) return [];
		const rated = [up, across].map(
			(column) => `${column.label[language]} ${cellText(column, row.cells[column.id], language)}`,
		);
		return [{ quadrant: quadrantOf(block, place), line: `${rowName(block, row, language)} (${rated.join(", ")})` }];
	});
	if (placed.length === 0) return [];
	const unplaced = rows.filter((row) => placeOf(block, row) === null);
	return [
		{ kind: "paragraph", text: `${up.label[language]} × ${across.label[language]}` },
		{
			kind: "facts",
			items: [
				...QUADRANTS.map((quadrant) => ({
					label: block.quadrants[quadrant][language],
					value: lines(placed.filter((one) => one.quadrant === quadrant).map(({ line }) => line)),
				})),
				...(unplaced.length === 0
					? []
					: [
							{
								label: reportWords[language].notPlaced,
								value: lines(unplaced.map((row) => rowName(block, row, language))),
							},
						]),
			],
		},
	];
}

function lines(texts: readonly string[]): string {
	return texts.length === 0 ? "–" : texts.join("\n");
}

/** What a row is called where it is spoken of. */
function rowName(block: Definition, row: Row, language: Language): string {
	return actorName(block, row) || reportWords[language].unnamed;
}
