import { useState } from "react";
import { onlyDimension } from "../../../worksheets/assessment/overview.ts";
import type { Assessment } from "../../../worksheets/contract/plenary.ts";
import type { Snapshot, ViewSpotlight } from "../../../worksheets/contract/snapshot.ts";
import { CellDetail } from "../../charts/cell-detail.tsx";
import { type CellPlace, HeatmapFigure } from "../../charts/heatmap-figure.tsx";
import { SpreadFigures } from "../../charts/spread-figures.tsx";
import { usePlenaryWords } from "../../charts/use-plenary-words.ts";
import { useMessages } from "../../i18n/provider.tsx";
import styles from "../../styles/plenary.scss?url";
import { Alert } from "../../ui/alert.tsx";
import { Button } from "../../ui/button.tsx";
import { SelectField } from "../../ui/select-field.tsx";
import { useMatchesMedia } from "../../ui/use-matches-media.ts";
import { usePlenary } from "./use-plenary.ts";

interface ShownPlenaryProps {
	snapshot: Snapshot;
	view: ViewSpotlight;
	onClose: () => void;
}

/** What the room is shown of all groups, on a participant's own screen: they look closer for themselves. */
export function ShownPlenary({ snapshot, view, onClose }: ShownPlenaryProps) {
	const words = usePlenaryWords();
	const { session } = useMessages();
	const { plenary, present, failed } = usePlenary(snapshot);
	// What was asked for before is of what was shown before.
	const seen = present ? plenary : null;
	const shown = seen?.assessments.filter((one) => one.worksheet === view.worksheet && one.view === view.view);
	return (
		<>
			{/* Seldom needed, so it comes with the view rather than with the page. */}
			<link rel="stylesheet" href={styles} />
			<div className="cluster">
				<Button icon="chevron-left" onClick={onClose}>
					{session.backToPhase}
				</Button>
			</div>
			{failed && shown !== undefined && <Alert kind="warning" role="status" title={words.mayBeOld} />}
			{shown === undefined ? (
				<p role="status">{failed ? words.failed : words.loading}</p>
			) : (
				shown.map((assessment) => <ShownAssessment key={assessment.id} snapshot={snapshot} assessment={assessment} />)
			)}
			{shown?.length === 0 && <p>{words.nothingShown}</p>}
		</>
	);
}

const ALL = "";
const PHONE = "(max-width: 47.99rem)";

function ShownAssessment({ snapshot, assessment }: { snapshot: Snapshot; assessment: Assessment }) {
	const words = usePlenaryWords();
	const isPhone = useMatchesMedia(PHONE);
	const [selected, setSelected] = useState<string | null>(null);
	const [open, setOpen] = useState<CellPlace | null>(null);
	const { language } = snapshot.workshop;
	// All of them side by side are wider than a phone.
	const chosen = selected ?? (isPhone ? assessment.dimensions[0]?.id : ALL);
	const dimension = assessment.dimensions.find(({ id }) => id === chosen)?.id ?? null;
	const seen = onlyDimension(assessment, dimension);
	return (
		<section className="plenary-shown" aria-label={assessment.title}>
			<h2 lang={language}>{assessment.title}</h2>
			{assessment.dimensions.length > 1 && (
				<SelectField
					id={`dimension-${assessment.view}-${assessment.id}`}
					label={words.dimension}
					value={dimension ?? ALL}
					options={[
						{ value: ALL, label: words.allDimensions },
						...assessment.dimensions.map(({ id, label }) => ({ value: id, label })),
					]}
					onChange={(event) => setSelected(event.target.value)}
				/>
			)}
			{assessment.view === "distribution" ? (
				<SpreadFigures assessment={seen} language={language} />
			) : (
				<>
					<HeatmapFigure
						assessment={seen}
						groups={snapshot.groups}
						language={language}
						order="name"
						open={open}
						onOpen={setOpen}
					/>
					{open !== null && (
						<CellDetail assessment={seen} place={open} language={language} onClose={() => setOpen(null)} />
					)}
				</>
			)}
		</section>
	);
}
