import type { ReactNode } from "react";
import { isRated } from "../../../worksheets/blocks/rated-parts.ts";
import type { Snapshot } from "../../../worksheets/contract/snapshot.ts";
import { useFormat } from "../../i18n/format.ts";
import { useLanguage } from "../../i18n/provider.tsx";
import { ActButton } from "../../session/act-button.tsx";
import type { Worksheets } from "../../session/phase-sheets-view.tsx";
import { Refused } from "../../session/refused.tsx";
import { useAct } from "../../session/use-act.ts";
import { KeepFocus } from "../../ui/keep-focus.tsx";
import { unitWords } from "./unit-words.ts";

interface CountUnitsProps {
	units: Snapshot["units"];
	/** What there is of it once it is counted. */
	children?: ReactNode;
}

/** „Nach Kommunen auswerten“: when it was counted, and counting it, anew, or taking it back. */
export function CountUnits({ units, children }: CountUnitsProps) {
	const words = unitWords[useLanguage()];
	const format = useFormat();
	const { act, refused, busy } = useAct();
	return (
		<KeepFocus className="stack-tight">
			{units !== null && !units.counted && <p role="status">{busy ? words.counting : words.uncounted}</p>}
			{units?.counted && <p>{words.countedAt(format.date(units.at), format.time(units.at))}</p>}
			{units?.counted && units.names.length === 0 && <p>{words.tooFew}</p>}
			{children}
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
		</KeepFocus>
	);
}

/** Whether somebody who has said where they come from could have rated something in a sheet of their own. */
export function canBeCounted({ participants, phases }: Snapshot, worksheets: Worksheets): boolean {
	if (participants.every(({ organisation }) => organisation === undefined)) return false;
	return phases
		.filter(({ enteredAt }) => enteredAt !== null)
		.flatMap(({ sheets }) => sheets)
		.some((use) => {
			const worksheet = worksheets[use.worksheet];
			return use.scope === "participant" && worksheet?.sections.some(({ blocks }) => blocks.some(isRated)) === true;
		});
}
