import { SpreadFigures } from "../../charts/spread-figures.tsx";
import { usePlenaryWords } from "../../charts/use-plenary-words.ts";
import { AssessmentTab } from "./assessment-tab.tsx";
import type { PlenaryTabProps } from "./tab-props.ts";

/** How people were spread before their groups agreed, where that was revealed. */
export function DistributionTab({ snapshot }: PlenaryTabProps) {
	const words = usePlenaryWords();
	return (
		<AssessmentTab snapshot={snapshot} view="distribution" nothing={<p>{words.noAssessments}</p>}>
			{(assessment) => (
				<>
					<SpreadFigures assessment={assessment} language={snapshot.workshop.language} />
					<p className="muted small">{words.few}</p>
				</>
			)}
		</AssessmentTab>
	);
}
