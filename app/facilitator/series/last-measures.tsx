import type { ComparedMeasures } from "../../../worksheets/assessment/compared-measures.ts";
import type { ComparedMeasure } from "../../../worksheets/assessment/occasion.ts";
import { ACTION_COLUMNS } from "../../../worksheets/blocks/action-columns.ts";
import { cellText } from "../../../worksheets/blocks/cells.ts";
import type { Language } from "../../../worksheets/contract/languages.ts";
import type { SeriesDate } from "../../../worksheets/contract/series.ts";
import { useLanguage, useMessages } from "../../i18n/provider.tsx";
import { ScrollRegion } from "../../ui/scroll-region.tsx";
import { useDateNames } from "./date-names.ts";

/** What was agreed on last time, who sees to it, and how it stands now. */
export function LastMeasures({ measures, dates }: { measures: ComparedMeasures; dates: readonly SeriesDate[] }) {
	const { series } = useMessages();
	const language = useLanguage();
	const names = useDateNames(dates);
	const isComing = dates[measures.now]?.stage === "coming";
	const heads = [series.what, series.responsible, series.due, series.statusThen, series.statusNow];
	return (
		<section className="series__part" aria-labelledby="series-measures">
			<h2 id="series-measures">{series.measures}</h2>
			<p>{series.measuresOf({ date: names[measures.before]?.name ?? "" })}</p>
			<ScrollRegion labelledBy="series-measures">
				<table className="kern-table compared" aria-labelledby="series-measures">
					<thead>
						<tr>
							{heads.map((head) => (
								<th key={head} scope="col" className="kern-table__header">
									{head}
								</th>
							))}
						</tr>
					</thead>
					<tbody>
						{measures.rows.map(({ before, now }) => (
							<tr key={before.row}>
								<th scope="row" className="kern-table__cell">
									{before.what === "" ? "–" : before.what}
								</th>
								<td className="kern-table__cell">{before.responsible === "" ? "–" : before.responsible}</td>
								<td className="kern-table__cell">{textOf(before, "due", language) || "–"}</td>
								<td className="kern-table__cell">{textOf(before, "status", language) || "–"}</td>
								<td className="kern-table__cell">
									{now === null ? (
										<span className="muted">{isComing ? series.noStandYet : series.notInPlan}</span>
									) : (
										<Now before={before} now={now} />
									)}
								</td>
							</tr>
						))}
					</tbody>
				</table>
			</ScrollRegion>
		</section>
	);
}

/** The status, and what else has become another. */
function Now({ before, now }: { before: ComparedMeasure; now: ComparedMeasure }) {
	const { series } = useMessages();
	const language = useLanguage();
	const otherwise = (["responsible", "due"] as const)
		.filter((column) => now[column] !== before[column] && now[column] !== "")
		.map((column) => textOf(now, column, language));
	return (
		<>
			<strong>{textOf(now, "status", language) || "–"}</strong>
			{otherwise.map((text) => (
				<p key={text} className="compared__small">
					{series.nowOtherwise({ text })}
				</p>
			))}
		</>
	);
}

function textOf(measure: ComparedMeasure, column: "responsible" | "due" | "status", language: Language): string {
	const definition = ACTION_COLUMNS.find(({ id }) => id === column);
	return definition === undefined ? "" : cellText(definition, measure[column], language);
}
