import type { SeriesView } from "../../../worksheets/contract/series.ts";
import { useMessages } from "../../i18n/provider.tsx";
import { Alert } from "../../ui/alert.tsx";
import { Button } from "../../ui/button.tsx";
import { LinkButton } from "../../ui/link-button.tsx";
import { PageHead } from "../../ui/page-head.tsx";
import { SkipLinks } from "../../ui/skip-links.tsx";
import { AddDate } from "./add-date.tsx";
import { ComparedSheets } from "./compared-sheets.tsx";
import { LastMeasures } from "./last-measures.tsx";
import { SeriesDates } from "./series-dates.tsx";

/** „Vergleich“: the dates of a series, what has changed between them, and what became of what was agreed on. */
export function SeriesPage({ view }: { view: SeriesView }) {
	const { series, common } = useMessages();
	const { comparison, measures, dates, home, name } = view;
	return (
		<>
			<SkipLinks />
			<main id="inhalt" className="series" tabIndex={-1}>
				<PageHead
					title={series.title}
					preline={name}
					lead={series.lead}
					actions={
						<>
							<LinkButton href={`/w/${home.workshop}/leitung`} variant="tertiary" icon="chevron-left">
								{series.back}
							</LinkButton>
							<Button icon="print" onClick={() => window.print()}>
								{common.print}
							</Button>
						</>
					}
				/>
				<SeriesDates dates={dates} />
				{dates.length < 2 ? (
					<Alert kind="info" title={series.oneDate}>
						<p>{series.oneDateHint}</p>
					</Alert>
				) : (
					comparison.sheets.length === 0 && (
						<Alert kind="info" title={series.nothing}>
							<p>{series.nothingHint}</p>
						</Alert>
					)
				)}
				<ComparedSheets comparison={comparison} dates={dates} />
				{measures !== null && <LastMeasures measures={measures} dates={dates} />}
				<AddDate home={home} />
			</main>
		</>
	);
}
