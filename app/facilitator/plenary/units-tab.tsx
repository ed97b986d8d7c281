import { steers } from "../../../worksheets/contract/roles.ts";
import { usePlenaryWords } from "../../charts/use-plenary-words.ts";
import { useLanguage } from "../../i18n/provider.tsx";
import { CountUnits, canBeCounted } from "../ratings/count-units.tsx";
import { unitWords } from "../ratings/unit-words.ts";
import { HeatmapDesk } from "./heatmap-desk.tsx";
import type { PlenaryTabProps } from "./tab-props.ts";

/** What was counted of the people of each municipality, side by side; for those who steer, counted from here as well. */
export function UnitsTab({ snapshot, worksheets }: PlenaryTabProps) {
	const words = usePlenaryWords();
	const { title, hint } = unitWords[useLanguage()];
	const { units } = snapshot;
	const isCounting = steers(snapshot.you.role) && (units !== null || canBeCounted(snapshot, worksheets));
	// Where too few have rated, or it is being counted, that is said below.
	const isSaid = isCounting && units?.names.length === 0;
	const nothing = steers(snapshot.you.role) && !isCounting ? words.notCountable : words.notCounted;
	return (
		<>
			<HeatmapDesk snapshot={snapshot} view="units" nothing={!isSaid && <p>{nothing}</p>} />
			{isCounting && (
				<section aria-label={title} className="stack-tight">
					<p className="muted small">{hint}</p>
					<CountUnits units={units} />
				</section>
			)}
		</>
	);
}
