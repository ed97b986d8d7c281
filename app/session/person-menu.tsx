import { useState } from "react";
import type { Snapshot } from "../../worksheets/contract/snapshot.ts";
import { useMessages } from "../i18n/provider.tsx";
import { Button } from "../ui/button.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { SelectField } from "../ui/select-field.tsx";
import { LeaveDevice } from "./leave-device.tsx";
import { ReturnLink } from "./return-link.tsx";
import { TablePeople } from "./table/table-people.tsx";
import type { TimerVoice } from "./timer-announcements.ts";

interface PersonMenuProps {
	snapshot: Snapshot;
	voice: TimerVoice;
	onVoice: (voice: TimerVoice) => void;
	onLeft: () => void;
}

const VOICES: readonly TimerVoice[] = ["all", "last-minute", "off"];

/** What belongs to the person rather than to the phase: announcements, the way back, signing this device out. */
export function PersonMenu({ snapshot, voice, onVoice, onLeft }: PersonMenuProps) {
	const { own, table } = useMessages();
	const [open, setOpen] = useState<"people" | "link" | "leave" | null>(null);
	return (
		<div className="person-menu">
			<SelectField
				id="timer-voice"
				label={own.timerVoice}
				value={voice}
				options={VOICES.map((value) => ({ value, label: own.timerVoices[value] }))}
				onChange={(event) => onVoice(VOICES.find((value) => value === event.target.value) ?? "all")}
			/>
			<div className="cluster">
				{snapshot.workshop.status !== "ended" && (
					<Button variant="secondary" onClick={() => setOpen("people")}>
						{table.edit}
					</Button>
				)}
				<Button variant="secondary" icon="link" onClick={() => setOpen("link")}>
					{own.returnLink}
				</Button>
				<Button variant="secondary" onClick={() => setOpen("leave")}>
					{own.leave}
				</Button>
			</div>
			<Dialog open={open === "people"} title={table.edit} onClose={() => setOpen(null)}>
				<TablePeople snapshot={snapshot} onDone={() => setOpen(null)} />
			</Dialog>
			<Dialog open={open === "link"} title={own.returnLink} onClose={() => setOpen(null)}>
				<ReturnLink
					workshopId={snapshot.workshop.id}
					words={{ hint: own.returnLinkHint, make: own.returnLinkMake, field: own.returnLinkField }}
				/>
			</Dialog>
			<Dialog open={open === "leave"} title={own.leaveTitle} onClose={() => setOpen(null)}>
				<LeaveDevice workshopId={snapshot.workshop.id} onClose={() => setOpen(null)} onLeft={onLeft} />
			</Dialog>
		</div>
	);
}
