import type { Snapshot } from "../../../worksheets/contract/snapshot.ts";
import { useLanguage } from "../../i18n/provider.tsx";
import { PartDownloads } from "../../session/part-downloads.tsx";
import type { Worksheets } from "../../session/phase-sheets-view.tsx";
import { Disclosure } from "../../ui/disclosure.tsx";
import { CountUnits, canBeCounted } from "./count-units.tsx";
import { unitWords } from "./unit-words.ts";

interface UnitsPanelProps {
	snapshot: Snapshot;
	worksheets: Worksheets;
}

/** What the people of each municipality have rated, counted over all groups, and the file for each of them. */
export function UnitsPanel({ snapshot, worksheets }: UnitsPanelProps) {
	const words = unitWords[useLanguage()];
	const { units, workshop } = snapshot;
	if (units === null && !canBeCounted(snapshot, worksheets)) return null;

	return (
		<Disclosure summary={words.title}>
			<div className="stack-tight">
				<p className="muted small">{words.hint}</p>
				<CountUnits units={units}>
					{units !== null && units.names.length > 0 && (
						<PartDownloads
							workshop={workshop.id}
							parts={units.names.map((unit) => ({ name: unit, part: { kind: "unit", unit } }))}
							linkName={words.download}
						/>
					)}
				</CountUnits>
			</div>
		</Disclosure>
	);
}
