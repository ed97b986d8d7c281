import { type ReactNode, useState } from "react";
import { largestDisagreements } from "../../../worksheets/assessment/overview.ts";
import type { Language } from "../../../worksheets/contract/languages.ts";
import type { Assessment } from "../../../worksheets/contract/plenary.ts";
import type { Snapshot } from "../../../worksheets/contract/snapshot.ts";
import { disagreementText, MOST_DIFFERENCES } from "../../../worksheets/report/overview.ts";
import { overviewWords } from "../../../worksheets/report/overview-words.ts";
import { CellDetail } from "../../charts/cell-detail.tsx";
import { type CellPlace, HeatmapFigure, type HeatmapOrder } from "../../charts/heatmap-figure.tsx";
import { usePlenaryWords } from "../../charts/use-plenary-words.ts";
import { SelectField } from "../../ui/select-field.tsx";
import { AssessmentTab } from "./assessment-tab.tsx";

interface HeatmapDeskProps {
	snapshot: Snapshot;
	view: "heatmap" | "units";
	/** What stands here while there is nothing to look at. */
	nothing: ReactNode;
	/** What can be done with a cell. */
	cellTools?: (assessment: Assessment, place: CellPlace) => ReactNode;
}

/** Values side by side, what stands behind each of them, and where there is most to talk about. */
export function HeatmapDesk({ snapshot, view, nothing, cellTools }: HeatmapDeskProps) {
	const words = usePlenaryWords();
	const [order, setOrder] = useState<HeatmapOrder>("name");
	const [open, setOpen] = useState<CellPlace | null>(null);
	const { language } = snapshot.workshop;
	return (
		<AssessmentTab
			snapshot={snapshot}
			view={view}
			nothing={nothing}
			controls={
				<SelectField
					id={`${view}-order`}
					label={words.order}
					value={order}
					options={(["name", "spread"] as const).map((value) => ({ value, label: words.orders[value] }))}
					onChange={(event) => setOrder(event.target.value === "spread" ? "spread" : "name")}
				/>
			}
		>
			{(assessment) => (
				<div className="heatmap-desk">
					<HeatmapFigure
						assessment={assessment}
						groups={snapshot.groups}
						language={language}
						order={order}
						open={open}
						onOpen={setOpen}
					/>
					<div className="heatmap-desk__side">
						{open !== null && (
							<CellDetail assessment={assessment} place={open} language={language} onClose={() => setOpen(null)}>
								{cellTools?.(assessment, open)}
							</CellDetail>
						)}
						<Differences assessment={assessment} language={language} />
					</div>
				</div>
			)}
		</AssessmentTab>
	);
}

/** Where there is most to talk about. */
function Differences({ assessment, language }: { assessment: Assessment; language: Language }) {
	const largest = largestDisagreements(assessment).slice(0, MOST_DIFFERENCES);
	if (largest.length === 0) return null;
	return (
		<section aria-labelledby="differences" className="stack-tight" lang={language}>
			<h3 id="differences">{overviewWords[language].largestTitle}</h3>
			<ol className="differences">
				{largest.map((one) => (
					<li key={`${one.unit?.name} ${one.module} ${one.dimension}`}>
						{disagreementText(one, assessment, language)}
					</li>
				))}
			</ol>
		</section>
	);
}
