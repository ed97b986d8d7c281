import { useId } from "react";
import type { ComparedQuestion, Comparison } from "../../../worksheets/assessment/comparison.ts";
import type { SeriesDate } from "../../../worksheets/contract/series.ts";
import { SlopeFigure } from "../../charts/slope-figure.tsx";
import { useLanguage, useMessages } from "../../i18n/provider.tsx";
import { Disclosure } from "../../ui/disclosure.tsx";
import { ComparedTable } from "./compared-table.tsx";
import { type DateName, useDateNames } from "./date-names.ts";

/** Everything that at least two dates have, sheet by sheet: each question as a table, its rows as figures below. */
export function ComparedSheets({ comparison, dates }: { comparison: Comparison; dates: readonly SeriesDate[] }) {
	const { series } = useMessages();
	const language = useLanguage();
	const names = useDateNames(dates);
	return (
		<>
			{comparison.sheets.length > 0 && <Legend />}
			{comparison.sheets.map(({ worksheet, title, questions }) => (
				<section key={worksheet} className="series__part" aria-labelledby={`sheet-${worksheet}`}>
					<h2 id={`sheet-${worksheet}`}>{title[language]}</h2>
					{questions.map((question) => (
						<Question key={question.question} question={question} names={names} />
					))}
				</section>
			))}
			{dates.length > 1 && comparison.once.length > 0 && (
				<Disclosure summary={series.once} onPaper>
					<ul>
						{comparison.once.map(({ at, worksheet, question, title, prompt, item, labels }) => (
							<li key={`${at} ${worksheet} ${question}`}>
								{names[at]?.name}: {title[language]}, {(item ?? prompt)[language]} (
								{labels.map((label) => label[language]).join(", ")})
							</li>
						))}
					</ul>
				</Disclosure>
			)}
		</>
	);
}

function Question({ question, names }: { question: ComparedQuestion; names: readonly DateName[] }) {
	const { series } = useMessages();
	const language = useLanguage();
	const id = useId();
	const { prompt, item, rows } = question;
	const title = (item ?? prompt)[language];
	return (
		<section className="series__question" aria-labelledby={`${id}-title`}>
			<h3 id={`${id}-title`}>{title}</h3>
			{item !== null && <p>{prompt[language]}</p>}
			<ComparedTable id={`${id}-table`} labelledBy={`${id}-title`} rows={rows} names={names} />
			<Disclosure summary={series.figures({ of: title })} open onPaper>
				<div className="slopes">
					{rows.map((row) => (
						<SlopeFigure
							key={row.part}
							row={row}
							dates={names}
							language={language}
							table={{ id: `${id}-table`, label: series.asTable }}
						/>
					))}
				</div>
			</Disclosure>
		</section>
	);
}

function Legend() {
	const { series } = useMessages();
	return (
		<section className="series__legend" aria-labelledby="series-legend">
			<h2 id="series-legend">{series.legend}</h2>
			<ul>
				<li>
					<svg className="slope__key slope__line slope__line--groups" viewBox="0 0 40 16" aria-hidden="true">
						<line className="slope__stroke" x1="0" x2="40" y1="8" y2="8" />
						<circle className="slope__point" cx="20" cy="8" r="6" />
					</svg>
					{series.legendGroups}
				</li>
				<li>
					<svg className="slope__key slope__line slope__line--people" viewBox="0 0 40 16" aria-hidden="true">
						<line className="slope__stroke" x1="0" x2="40" y1="8" y2="8" />
						<rect className="slope__point" x="15" y="3" width="10" height="10" />
					</svg>
					{series.legendPeople}
				</li>
				<li>{series.legendRange}</li>
				<li>{series.legendGap}</li>
			</ul>
		</section>
	);
}
