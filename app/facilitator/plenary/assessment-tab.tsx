import { type ReactNode, useState } from "react";
import { assessmentName, isSeenIn, onlyDimension } from "../../../worksheets/assessment/overview.ts";
import type { Assessment } from "../../../worksheets/contract/plenary.ts";
import { steers } from "../../../worksheets/contract/roles.ts";
import type { Snapshot, ViewSpotlight } from "../../../worksheets/contract/snapshot.ts";
import { usePlenaryWords } from "../../charts/use-plenary-words.ts";
import { usePlenary } from "../../session/plenary/use-plenary.ts";
import { Alert } from "../../ui/alert.tsx";
import { SelectField } from "../../ui/select-field.tsx";
import { ShowView } from "./show-view.tsx";

interface AssessmentTabProps {
	snapshot: Snapshot;
	view: ViewSpotlight["view"];
	/** What else is chosen for this view. */
	controls?: ReactNode;
	/** What stands here while there is nothing to look at. */
	nothing: ReactNode;
	/** The part that was chosen of what is assessed. */
	children: (assessment: Assessment) => ReactNode;
}

const ALL = "";

/** What one of the overview's views has in common: which worksheet, which dimension, and showing it to everybody. */
export function AssessmentTab({ snapshot, view, controls, nothing, children }: AssessmentTabProps) {
	const words = usePlenaryWords();
	const { plenary, failed } = usePlenary(snapshot);
	const [chosen, setChosen] = useState<string | null>(null);
	const [dimension, setDimension] = useState(ALL);
	if (plenary === null) return <p role="status">{failed ? words.failed : words.loading}</p>;
	const { language } = plenary;
	const assessments = plenary.assessments.filter((one) => isSeenIn(view, one));
	const assessment = assessments.find(({ id }) => id === chosen) ?? assessments[0];
	if (assessment === undefined) return nothing;
	const only = assessment.dimensions.find(({ id }) => id === dimension)?.id ?? null;
	return (
		<>
			{failed && <Alert kind="warning" role="status" title={words.mayBeOld} />}
			<h2 lang={language}>{assessmentName(assessment, assessments)}</h2>
			<div className="plenary-controls">
				{assessments.length > 1 && (
					<SelectField
						id={`${view}-worksheet`}
						label={words.worksheet}
						lang={language}
						value={assessment.id}
						options={assessments.map((one) => ({
							value: one.id,
							label: assessmentName(one, assessments),
						}))}
						onChange={(event) => setChosen(event.target.value)}
					/>
				)}
				<SelectField
					id={`${view}-dimension`}
					label={words.dimension}
					value={only ?? ALL}
					options={[
						{ value: ALL, label: words.allDimensions },
						...assessment.dimensions.map(({ id, label }) => ({ value: id, label })),
					]}
					onChange={(event) => setDimension(event.target.value)}
				/>
				{controls}
			</div>
			{steers(snapshot.you.role) && (
				<ShowView snapshot={snapshot} view={{ view, worksheet: assessment.worksheet, dimension: only }} />
			)}
			{children(onlyDimension(assessment, only))}
		</>
	);
}
