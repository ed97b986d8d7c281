import { type KeyboardEvent, useId, useRef } from "react";
import { heatLevel } from "../../worksheets/assessment/heat-level.ts";
import { byModuleSpread, sideOf } from "../../worksheets/assessment/overview.ts";
import type { Language } from "../../worksheets/contract/languages.ts";
import type { Assessment, OverviewCell, OverviewModule, OverviewRow } from "../../worksheets/contract/plenary.ts";
import type { GroupView } from "../../worksheets/contract/snapshot.ts";
import { cellSpread, cellText, overviewSentence, valueInWords } from "../../worksheets/report/overview.ts";
import { rangeText } from "../../worksheets/report/ratings.ts";
import { Disclosure } from "../ui/disclosure.tsx";
import { ScrollRegion } from "../ui/scroll-region.tsx";
import { VisuallyHidden } from "../ui/visually-hidden.tsx";
import { UnitName } from "./unit-name.tsx";
import { usePlenaryWords } from "./use-plenary-words.ts";

/** Where a cell is in an assessment. */
export interface CellPlace {
	document: string;
	question: string;
	dimension: string;
}

export type HeatmapOrder = "name" | "spread";

export interface HeatmapFigureProps {
	assessment: Assessment;
	/** Those in force, for their marks. */
	groups: readonly GroupView[];
	language: Language;
	order: HeatmapOrder;
	/** The cell that is looked at; absent where there is nothing to open, as on a projector. */
	open?: CellPlace | null;
	/** Null: the cell that is open is closed. */
	onOpen?: (place: CellPlace | null) => void;
}

/**
 * The values of groups or municipalities by module and dimension: a table with a number in every cell, and a sentence that
 * sums it up.
 */
export function HeatmapFigure(props: HeatmapFigureProps) {
	const { assessment, language, order } = props;
	const id = useId();
	const body = useRef<HTMLTableElement>(null);
	const modules = order === "spread" ? byModuleSpread(assessment.modules) : assessment.modules;
	const onKeyDown = (event: KeyboardEvent) => {
		const next = neighbour(body.current, event);
		if (next === null) return;
		event.preventDefault();
		next.focus();
	};
	return (
		<figure className="plenary-figure heatmap">
			<figcaption id={id} lang={language} className="heatmap__sentence">
				{overviewSentence(assessment, language)}
			</figcaption>
			{modules.length > 0 && (
				<>
					<ScrollRegion labelledBy={id}>
						<table ref={body} className="heatmap__table" aria-labelledby={id} lang={language} onKeyDown={onKeyDown}>
							<Head assessment={assessment} />
							{modules.map((module) => (
								<ModuleRows
									key={`${module.id} ${module.label} ${module.rows[0]?.document}`}
									{...props}
									module={module}
								/>
							))}
						</table>
					</ScrollRegion>
					<Legend assessment={assessment} language={language} />
					<AsTable assessment={assessment} modules={modules} language={language} labelledBy={id} />
				</>
			)}
		</figure>
	);
}

function Head({ assessment }: { assessment: Assessment }) {
	const words = usePlenaryWords();
	return (
		<thead>
			<tr>
				<th scope="col">{words.sides[sideOf(assessment)].row}</th>
				{assessment.dimensions.map(({ id, label }) => (
					<th key={id} scope="col">
						{label}
					</th>
				))}
			</tr>
		</thead>
	);
}

function ModuleRows({ module, ...props }: HeatmapFigureProps & { module: OverviewModule }) {
	const { assessment, groups } = props;
	return (
		<tbody>
			<tr className="heatmap__module">
				<td colSpan={assessment.dimensions.length + 1}>{module.label}</td>
			</tr>
			{module.rows.map((row) => (
				<tr key={row.question + row.document}>
					<th scope="row" className="heatmap__unit">
						{/* Seen above its rows; heard with each of them. */}
						<VisuallyHidden>{module.label}, </VisuallyHidden>
						<UnitName assessment={assessment} document={row.document} groups={groups} />
					</th>
					{row.cells.map((cell, at) => (
						<Cell key={assessment.dimensions[at]?.id} {...props} module={module} row={row} cell={cell} at={at} />
					))}
				</tr>
			))}
		</tbody>
	);
}

interface CellProps extends HeatmapFigureProps {
	module: OverviewModule;
	row: OverviewRow;
	cell: OverviewCell;
	at: number;
}

function Cell({ assessment, module, row, cell, at, language, open, onOpen }: CellProps) {
	const words = usePlenaryWords();
	const level = heatLevel(assessment.scale, cell.value);
	const spread = cellSpread(assessment, cell);
	const text = (
		<>
			{cellText(cell, language)}
			{spread !== "" && <span className="heat__spread"> {spread}</span>}
		</>
	);
	const { id: dimension = "", label = "" } = assessment.dimensions[at] ?? {};
	const look = level === null ? "heat heat--none" : `heat heat--${level}`;
	if (onOpen === undefined) return <td className={look}>{text}</td>;
	const place = { document: row.document, question: row.question, dimension };
	const isOpen = open !== null && open !== undefined && cellName(open) === cellName(place);
	const unit = assessment.units.find((one) => one.document === row.document)?.name ?? "";
	return (
		<td className={look}>
			<button
				type="button"
				className="heat__button"
				aria-expanded={isOpen}
				aria-label={words.cell({
					unit,
					module: module.label,
					dimension: label,
					value: [
						valueInWords(assessment, cell, language) ?? words.sides[sideOf(assessment)].noValue,
						...(spread === "" ? [] : [spread]),
					].join("; "),
				})}
				data-cell={cellName(place)}
				onClick={() => onOpen(isOpen ? null : place)}
			>
				{text}
				{(cell.dissent !== "" || cell.reason !== "") && <span aria-hidden="true" className="heat__more" />}
			</button>
		</td>
	);
}

/** One name for each cell on a page, also where several assessments stand on it. */
export function cellName({ document, question, dimension }: CellPlace): string {
	return [document, question, dimension].join(" ");
}

/** What each number means. */
function Legend({ assessment, language }: { assessment: Assessment; language: Language }) {
	const words = usePlenaryWords();
	const { scale, modules } = assessment;
	const unknown = modules.some(({ rows }) => rows.some(({ cells }) => cells.some(({ value }) => value === "unknown")));
	return (
		<ul className="heatmap__legend" aria-label={words.legend}>
			{scale.points.map(({ value, label }) => (
				<li key={value}>
					<span className={`heat heat--${heatLevel(scale, value)}`}>{value}</span> <span lang={language}>{label}</span>
				</li>
			))}
			<li>
				<span className="heat heat--none">–</span> {words.sides[sideOf(assessment)].noValue}
			</li>
			{unknown && (
				<li>
					<span className="heat heat--none">?</span> <span lang={language}>{scale.unknown}</span>
				</li>
			)}
		</ul>
	);
}

interface AsTableProps extends Pick<HeatmapFigureProps, "assessment" | "language"> {
	modules: readonly OverviewModule[];
	labelledBy: string;
}

/** The same line by line, with what is said about each value, or how many people it is of. */
function AsTable({ assessment, modules, language, labelledBy }: AsTableProps) {
	const words = usePlenaryWords();
	const side = sideOf(assessment);
	const columns: { head: string; text: (cell: OverviewCell) => string }[] = {
		groups: [
			{ head: words.reason, text: ({ reason }: OverviewCell) => reason },
			{ head: words.dissent, text: ({ dissent }: OverviewCell) => dissent },
		],
		units: [
			{ head: words.range, text: ({ distribution }: OverviewCell) => (distribution ? rangeText(distribution) : "") },
			{ head: "n", text: ({ distribution }: OverviewCell) => (distribution ? String(distribution.n) : "") },
		],
	}[side];
	const name = (document: string) => assessment.units.find((unit) => unit.document === document)?.name ?? "";
	return (
		<Disclosure summary={words.asTable}>
			<ScrollRegion label={words.asTable}>
				<table className="plenary-table" aria-labelledby={labelledBy} lang={language}>
					<thead>
						<tr>
							<th scope="col">{words.module}</th>
							<th scope="col">{words.sides[side].row}</th>
							<th scope="col">{words.dimension}</th>
							<th scope="col">{side === "units" ? words.median : words.value}</th>
							{columns.map(({ head }) => (
								<th key={head} scope="col">
									{head}
								</th>
							))}
						</tr>
					</thead>
					<tbody>
						{modules.flatMap((module) =>
							module.rows.flatMap((row) =>
								row.cells.map((cell, at) => (
									<tr key={`${row.document} ${row.question} ${assessment.dimensions[at]?.id}`}>
										<td>{module.label}</td>
										<td>{name(row.document)}</td>
										<th scope="row">{assessment.dimensions[at]?.label}</th>
										<td>{valueInWords(assessment, cell, language) ?? words.sides[side].noValue}</td>
										{columns.map(({ head, text }) => (
											<td key={head}>{text(cell)}</td>
										))}
									</tr>
								)),
							),
						)}
					</tbody>
				</table>
			</ScrollRegion>
		</Disclosure>
	);
}

const STEPS: Readonly<Record<string, [row: number, cell: number]>> = {
	ArrowLeft: [0, -1],
	ArrowRight: [0, 1],
	ArrowUp: [-1, 0],
	ArrowDown: [1, 0],
};

/** The cell's button that an arrow leads to from the one that has the focus; null where it leads out of the table. */
function neighbour(table: HTMLTableElement | null, { key, target }: KeyboardEvent): HTMLElement | null {
	const step = STEPS[key];
	if (table === null || step === undefined || !(target instanceof HTMLElement)) return null;
	const rows = [...table.querySelectorAll("tbody tr")]
		.map((row) => [...row.querySelectorAll<HTMLElement>(".heat__button")])
		.filter((buttons) => buttons.length > 0);
	const row = rows.findIndex((buttons) => buttons.includes(target));
	const cell = rows[row]?.indexOf(target) ?? -1;
	return row < 0 ? null : (rows[row + step[0]]?.[cell + step[1]] ?? null);
}
