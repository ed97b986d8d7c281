import { useEffect, useRef, useState } from "react";
import type { Alarm, Snapshot } from "../../worksheets/contract/snapshot.ts";
import { useFormat } from "../i18n/format.ts";
import type { Messages } from "../i18n/messages.ts";
import { useMessages } from "../i18n/provider.tsx";
import { ActButton } from "../session/act-button.tsx";
import type { Worksheets } from "../session/phase-sheets-view.tsx";
import { Refused } from "../session/refused.tsx";
import { sheetOwner } from "../session/sheet-name.ts";
import { useAct } from "../session/use-act.ts";
import { Alert } from "../ui/alert.tsx";
import { useAnnounce } from "../ui/announce.tsx";
import { SetBackDialog, type SetBackGoal } from "./set-back-dialog.tsx";

interface WipeAlarmsProps {
	snapshot: Snapshot;
	worksheets: Worksheets;
}

/** Sheets that lost most of their text at once, with a way back. Said politely, and never who it was. */
export function WipeAlarms({ snapshot, worksheets }: WipeAlarmsProps) {
	const messages = useMessages();
	const { facilitator } = messages;
	const format = useFormat();
	const { act, refused } = useAct();
	const [goal, setGoal] = useState<SetBackGoal | null>(null);
	const seen = useRef(snapshot.alarms.length);
	const name = (alarm: Alarm) => sheetOf(snapshot, worksheets, alarm, messages);
	useAlarmsAnnounced(snapshot.alarms, (alarm) => facilitator.alarmArrived({ sheet: name(alarm) }));

	const heading = useRef<HTMLHeadingElement>(null);
	const count = snapshot.alarms.length;
	useEffect(() => {
		// A note that is gone takes its buttons with it, and the focus if it was there.
		if (goal !== null) return;
		const gone = count < seen.current;
		seen.current = count;
		if (gone && document.activeElement === document.body) {
			(heading.current ?? document.getElementById("inhalt"))?.focus();
		}
	}, [goal, count]);

	return (
		<>
			{snapshot.alarms.length > 0 && (
				<section aria-labelledby="alarms-title" className="stack">
					<h2 id="alarms-title" ref={heading} tabIndex={-1}>
						{facilitator.alarms}
					</h2>
					<Refused code={refused} />
					{snapshot.alarms.map((alarm) => {
						const { document, before } = alarm;
						const back = facilitator.setBackTo({ time: format.clock(before) });
						return (
							<Alert key={alarm.id} kind="warning" title={name(alarm)}>
								<p>{facilitator.alarm({ time: format.time(alarm.at) })}</p>
								<div className="cluster">
									<ActButton
										aria-label={`${back}: ${name(alarm)}`}
										onClick={() => setGoal({ document, sheet: name(alarm), at: before, keepLater: true })}
									>
										{back}
									</ActButton>
									<ActButton
										variant="tertiary"
										icon="check"
										aria-label={`${facilitator.alarmFine}: ${name(alarm)}`}
										onClick={() => void act({ type: "alarm.clear", document })}
									>
										{facilitator.alarmFine}
									</ActButton>
								</div>
							</Alert>
						);
					})}
				</section>
			)}
			<SetBackDialog goal={goal} onClose={() => setGoal(null)} onDone={() => setGoal(null)} />
		</>
	);
}

function sheetOf(snapshot: Snapshot, worksheets: Worksheets, alarm: Alarm, messages: Messages): string {
	const document = snapshot.documents.find(({ id }) => id === alarm.document);
	const worksheet = document && worksheets[document.worksheet];
	if (document === undefined || worksheet === undefined) return "";
	return messages.facilitator.lookInAt({
		name: sheetOwner(snapshot, document, messages),
		sheet: worksheet.title[snapshot.workshop.language],
	});
}

function useAlarmsAnnounced(alarms: readonly Alarm[], say: (alarm: Alarm) => string): void {
	const announce = useAnnounce();
	const known = useRef(new Set<string>());
	useEffect(() => {
		for (const alarm of alarms) {
			if (known.current.has(alarm.id)) continue;
			known.current.add(alarm.id);
			announce(say(alarm));
		}
	}, [alarms, announce, say]);
}
