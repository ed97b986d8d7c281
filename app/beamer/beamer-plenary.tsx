import { isSeenIn, onlyDimension } from "../../worksheets/assessment/overview.ts";
import type { Snapshot, ViewSpotlight } from "../../worksheets/contract/snapshot.ts";
import { HeatmapFigure } from "../charts/heatmap-figure.tsx";
import { SpreadFigures } from "../charts/spread-figures.tsx";
import { usePlenaryWords } from "../charts/use-plenary-words.ts";
import { useMessages } from "../i18n/provider.tsx";
import { usePlenary } from "../session/plenary/use-plenary.ts";
import { FitToWall } from "./fit-to-wall.tsx";

/** What all groups say side by side, as the room is shown it: to read, with nothing to open. */
export function BeamerPlenary({ snapshot, view }: { snapshot: Snapshot; view: ViewSpotlight }) {
	const { projector: beamer } = useMessages().facilitator;
	const words = usePlenaryWords();
	const { plenary, present, failed } = usePlenary(snapshot);
	const language = plenary?.language ?? snapshot.workshop.language;
	const shown =
		plenary?.assessments.filter((one) => one.worksheet === view.worksheet && isSeenIn(view.view, one)) ?? [];
	// A projector is told of everything: what is there already can be shown, what is missing may only just have come.
	const isLoaded = shown.length > 0 || (plenary !== null && present);
	return (
		<FitToWall>
			<h1 className="beamer__shown">{words.tabs[view.view]}</h1>
			{!isLoaded && <p>{failed ? words.failed : beamer.loading}</p>}
			{isLoaded && failed && <p role="status">{words.mayBeOld}</p>}
			{isLoaded && shown.length === 0 && <p>{beamer.nothingYet}</p>}
			{shown.map((whole) => {
				const assessment = onlyDimension(whole, view.dimension);
				return (
					<section key={assessment.id} className="beamer-plenary" aria-label={assessment.title}>
						<h2 className="beamer__shown" lang={language}>
							{assessment.title}
						</h2>
						{view.view === "distribution" ? (
							<SpreadFigures assessment={assessment} language={language} />
						) : (
							<HeatmapFigure assessment={assessment} groups={snapshot.groups} language={language} order="name" />
						)}
					</section>
				);
			})}
		</FitToWall>
	);
}
