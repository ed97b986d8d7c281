import { steers } from "../../../worksheets/contract/roles.ts";
import { cellName } from "../../charts/heatmap-figure.tsx";
import { usePlenaryWords } from "../../charts/use-plenary-words.ts";
import { HeatmapDesk } from "./heatmap-desk.tsx";
import type { PlenaryTabProps } from "./tab-props.ts";
import { TakeCell } from "./take-cell.tsx";

/** The groups' values side by side, and what a group says of each of them. */
export function HeatmapTab({ snapshot }: PlenaryTabProps) {
	const words = usePlenaryWords();
	const steering = steers(snapshot.you.role);
	return (
		<HeatmapDesk
			snapshot={snapshot}
			view="heatmap"
			nothing={<p>{words.noAssessments}</p>}
			cellTools={(assessment, place) =>
				steering && (
					<TakeCell key={cellName(place)} assessment={assessment} place={place} language={snapshot.workshop.language} />
				)
			}
		/>
	);
}
