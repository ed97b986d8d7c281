import type { Change, ComparedCell, ComparedRow } from "../../../worksheets/assessment/comparison.ts";
import type { Distribution } from "../../../worksheets/assessment/distribution.ts";
import { differenceText, differsText } from "../../../worksheets/report/comparison.ts";
import { medianText } from "../../../worksheets/report/ratings.ts";
import { useLanguage, useMessages } from "../../i18n/provider.tsx";
import { Badge } from "../../ui/badge.tsx";
import { Disclosure } from "../../ui/disclosure.tsx";
import { Icon, type IconName } from "../../ui/icon.tsx";
import { ScrollRegion } from "../../ui/scroll-region.tsx";
import type { DateName } from "./date-names.ts";

interface ComparedTableProps {
	id: string;
	labelledBy: string;
	rows: readonly ComparedRow[];
	names: readonly DateName[];
}

/** One question over the dates: the values of each date, and what has changed since the last one that has any. */
export function ComparedTable({ id, labelledBy, rows, names }: ComparedTableProps) {
	const { series } = useMessages();
	const language = useLanguage();
	return (
		<ScrollRegion labelledBy={labelledBy}>
			<table id={id} className="kern-table compared" aria-labelledby={labelledBy}>
				<thead>
					<tr>
						<th scope="col" className="kern-table__header">
							{series.dimension}
						</th>
						{names.map(({ name }, at) => (
							// biome-ignore lint/suspicious/noArrayIndexKey: two dates may fall on one day
							<th key={at} scope="col" className="kern-table__header">
								{name}
							</th>
						))}
						<th scope="col" className="kern-table__header">
							{series.change} <span className="compared__small">{series.changeSinceLast}</span>
						</th>
					</tr>
				</thead>
				<tbody>
					{rows.map((row) => (
						<tr key={row.part}>
							<th scope="row" className="kern-table__cell">
								{row.label[language]}
							</th>
							{row.cells.map((cell, at) => (
								// biome-ignore lint/suspicious/noArrayIndexKey: a cell is its date's
								<td key={at} className="kern-table__cell">
									{cell === null ? <span className="muted">{series.notAsked}</span> : <Values cell={cell} />}
								</td>
							))}
							<td className="kern-table__cell">
								<Changed row={row} names={names} />
							</td>
						</tr>
					))}
				</tbody>
			</table>
		</ScrollRegion>
	);
}

function Values({ cell: { groups, people } }: { cell: ComparedCell }) {
	const { series } = useMessages();
	return (
		<>
			{groups.n + groups.unknown > 0 && <Value label={series.groups} distribution={groups} />}
			{people !== null && people.n + people.unknown > 0 && <Value label={series.people} distribution={people} />}
		</>
	);
}

function Value({ label, distribution }: { label: string; distribution: Distribution }) {
	const { series } = useMessages();
	const language = useLanguage();
	const { n, unknown, median, lowest, highest } = distribution;
	return (
		<p className="compared__value">
			{label} <strong>{medianText(median, language)}</strong>{" "}
			<span className="compared__small">
				{series.counted({ n, unknown })}
				{lowest !== null && highest !== null && lowest !== highest && (
					<>, {series.range({ low: medianText(lowest, language), high: medianText(highest, language) })}</>
				)}
			</span>
		</p>
	);
}

function Changed({ row, names }: { row: ComparedRow; names: readonly DateName[] }) {
	const { series } = useMessages();
	const language = useLanguage();
	const last = row.changes.at(-1);
	if (last === undefined) return null;
	const overall = row.overall?.groups ?? null;
	return (
		<>
			{last.differs.length > 0 ? (
				<Differing row={row} change={last} names={names} />
			) : (
				<>
					{last.groups !== null && <Difference label={series.groups} difference={last.groups} />}
					{last.people !== null && <Difference label={series.people} difference={last.people} />}
					{last.groups === null && last.people === null && <p className="compared__value">{series.noDifference}</p>}
				</>
			)}
			{overall !== null && (
				<p className="compared__small">{series.sinceFirst({ difference: differenceText(overall, language) })}</p>
			)}
		</>
	);
}

function Difference({ label, difference }: { label: string; difference: number }) {
	const { series } = useMessages();
	const language = useLanguage();
	const [word, icon]: [string, IconName] =
		difference > 0 ? [series.up, "arrow-up"] : difference < 0 ? [series.down, "arrow-down"] : [series.same, "minus"];
	return (
		<p className="compared__value">
			{label} <Icon name={icon} small /> <strong>{differenceText(difference, language)}</strong>{" "}
			<span className="compared__small">{word}</span>
		</p>
	);
}

/** What is not the same, with both versions: whoever reads it can judge for themselves. */
function Differing({ row, change, names }: { row: ComparedRow; change: Change; names: readonly DateName[] }) {
	const { series } = useMessages();
	const language = useLanguage();
	return (
		<>
			{differsText(change, language).map((text) => (
				<Badge key={text} kind="warning" icon="warning">
					{text}
				</Badge>
			))}
			<Disclosure summary={series.wordings} onPaper>
				<dl className="compared__versions">
					{[change.from, change.to].map((at) => {
						const cell = row.cells[at];
						if (!cell) return null;
						return (
							<div key={at}>
								<dt>{names[at]?.name}</dt>
								{change.differs.includes("wording") &&
									[cell.item, cell.prompt, cell.label, cell.hint]
										.flatMap((text) => text?.[language] ?? [])
										.filter((text, index, all) => all.indexOf(text) === index)
										.map((text) => <dd key={text}>{text}</dd>)}
								{change.differs.includes("scale") && (
									<dd>
										{series.scaleWas({
											points: cell.points.map(({ value, label }) => `${value} ${label[language]}`).join(", "),
										})}
									</dd>
								)}
							</div>
						);
					})}
				</dl>
			</Disclosure>
		</>
	);
}
