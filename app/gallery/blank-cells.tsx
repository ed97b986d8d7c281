import { YES_PARTLY_NO } from "../../worksheets/blocks/cells.ts";
import type { Language } from "../../worksheets/contract/languages.ts";
import { reportWords } from "../../worksheets/report/words.ts";
import type { Column, Option, Scale } from "../../worksheets/schema/parts.ts";
import { ScrollRegion } from "../ui/scroll-region.tsx";
import { type Box, Boxes, Lines } from "./blank-marks.tsx";

/** More columns than this do not fit a page side by side: each row becomes a card. */
const WIDEST = 6;

/** As many empty rows as a page takes beside its question. */
const EMPTY_ROWS = 5;
const EMPTY_CARDS = 2;

export function optionBoxes(options: readonly Option[], language: Language): Box[] {
	return options.map(({ id, label, hint }) => ({ id, label: label[language], hint: hint?.[language] }));
}

export function pointBoxes(scale: Scale, language: Language): Box[] {
	return [
		...scale.points.map(({ value, label }) => ({ id: String(value), label: `${value} ${label[language]}` })),
		{ id: "unknown", label: scale.unknown[language] },
	];
}

function answerBoxes(language: Language): Box[] {
	return YES_PARTLY_NO.map((id) => ({ id, label: reportWords[language][id] }));
}

function columnBoxes(column: Column, language: Language): Box[] {
	switch (column.kind) {
		case "text":
		case "person":
		case "date":
			return [];
		case "yes-partly-no":
			return answerBoxes(language);
		case "choice":
			return column.options.map(({ id, label }) => ({ id, label: label[language] }));
		case "scale":
			return pointBoxes(column.scale, language);
	}
}

interface RowsProps {
	caption: string;
	rowName: string;
	columns: readonly Column[];
	maxRows: number;
	language: Language;
}

/** Rows that people add themselves, empty. */
export function BlankRows({ caption, rowName, columns, maxRows, language }: RowsProps) {
	const wide = columns.length > WIDEST;
	const numbers = Array.from({ length: Math.min(maxRows, wide ? EMPTY_CARDS : EMPTY_ROWS) }, (_, index) => index + 1);
	if (wide) {
		return numbers.map((number) => (
			<BlankCard key={number} title={`${rowName} ${number}`} columns={columns} language={language} />
		));
	}
	const rows = numbers.map((number) => ({ id: String(number), label: null }));
	return <BlankTable caption={caption} head={null} columns={columns} rows={rows} language={language} />;
}

function BlankCard({ title, columns, language }: { title: string; columns: readonly Column[]; language: Language }) {
	return (
		<section className="blank-card" aria-label={title}>
			<p className="blank-card__title">{title}</p>
			<dl className="blank-card__fields">
				{columns.map((column) => (
					<div key={column.id}>
						<dt>{column.label[language]}</dt>
						<dd>
							<BlankCell column={column} language={language} />
						</dd>
					</div>
				))}
			</dl>
		</section>
	);
}

interface TableProps {
	caption: string;
	/** Names the rows' own labels; null where rows have none. */
	head: string | null;
	columns: readonly Column[];
	rows: readonly { id: string; label: string | null; hint?: string | undefined }[];
	language: Language;
}

export function BlankTable({ caption, head, columns, rows, language }: TableProps) {
	return (
		<ScrollRegion label={caption}>
			<table className="blank-table">
				<thead>
					<tr>
						{head !== null && <th scope="col">{head}</th>}
						{columns.map(({ id, label, hint }) => (
							<th key={id} scope="col">
								{label[language]}
								{hint && <span className="blank-hint">{hint[language]}</span>}
							</th>
						))}
					</tr>
				</thead>
				<tbody>
					{rows.map((row) => (
						<tr key={row.id}>
							{row.label !== null && (
								<th scope="row">
									{row.label}
									{row.hint !== undefined && <span className="blank-hint">{row.hint}</span>}
								</th>
							)}
							{columns.map((column) => (
								<td key={column.id}>
									<BlankCell column={column} language={language} inTable />
								</td>
							))}
						</tr>
					))}
				</tbody>
			</table>
		</ScrollRegion>
	);
}

function BlankCell({ column, language, inTable }: { column: Column; language: Language; inTable?: boolean }) {
	const boxes = columnBoxes(column, language);
	if (boxes.length > 0) return <Boxes boxes={boxes} dense />;
	return inTable ? null : <Lines count={column.kind === "text" ? 2 : 1} />;
}
