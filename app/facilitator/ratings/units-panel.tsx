import { isRated } from "../../../worksheets/blocks/rated-parts.ts";
import type { Snapshot } from "../../../worksheets/contract/snapshot.ts";
import { useFormat } from "../../i18n/format.ts";
import { useLanguage } from "../../i18n/provider.tsx";
import { ActButton } from "../../session/act-button.tsx";
import type { Worksheets } from "../../session/phase-sheets-view.tsx";
import { Refused } from "../../session/refused.tsx";
import { UnitDownloads } from "../../session/unit-downloads.tsx";
import { useAct } from "../../session/use-act.ts";
import { Disclosure } from "../../ui/disclosure.tsx";
import { unitWords } from "./unit-words.ts";

interface UnitsPanelProps {
	snapshot: Snapshot;
	worksheets: Worksheets;
}

/** What the people of each municipality have rated, counted over all groups, and the file for each of them. */
export function UnitsPanel({ snapshot, worksheets }: UnitsPanelProps) {
	const words = unitWords[useLanguage()];
	const format = useFormat();
	const { act, refused, busy } = useAct();
	const { units, workshop } = snapshot;
	if (units === null && !canBeCounted(snapshot, worksheets)) return null;

	return (
		<Disclosure summary={words.title}>
			<div className="stack-tight">
				<p className="muted small">{words.hint}</p>
				{units !== null && !units.counted && <p role="status">{busy ? words.counting : words.uncounted}</p>}
				{units?.counted && (
					<>
						<p>{words.countedAt(format.date(units.at), format.time(units.at))}</p>
						{units.names.length === 0 ? (
							<p>{words.tooFew}</p>
						) : (
							<UnitDownloads workshop={workshop.id} names={units.names} linkName={words.download} />
						)}
					</>
				)}
				<div className="cluster">
					<ActButton resting={busy} onClick={() => void act({ type: "units.reveal" })}>
						{units === null ? words.count : words.countAgain}
					</ActButton>
					{units !== null && (
						<ActButton variant="tertiary" resting={busy} onClick={() => void act({ type: "units.hide" })}>
							{words.hide}
						</ActButton>
					)}
				</div>
				<Refused code={refused} />
			</div>
		</Disclosure>
	);
}

/** Whether somebody who has said where they come from could have rated something in a sheet of their own. */
function canBeCounted({ participants, phases }: Snapshot, worksheets: Worksheets): boolean {
	if (participants.every(({ organisation }) => organisation === undefined)) return false;
	return phases
		.filter(({ enteredAt }) => enteredAt !== null)
		.flatMap(({ sheets }) => sheets)
		.some((use) => {
			const worksheet = worksheets[use.worksheet];
			return use.scope === "participant" && worksheet?.sections.some(({ blocks }) => blocks.some(isRated)) === true;
		});
}
