import { useState } from "react";
import type { Snapshot } from "../../../worksheets/contract/snapshot.ts";
import { useMessages } from "../../i18n/provider.tsx";
import { ActButton } from "../../session/act-button.tsx";
import { Refused } from "../../session/refused.tsx";
import { useAct } from "../../session/use-act.ts";
import { useAnnounce } from "../../ui/announce.tsx";
import { SelectField } from "../../ui/select-field.tsx";

const ALL = "all";

/** Locks or opens the sheets of a phase, for all or for one group, and says how many are locked now. */
export function LockForm({ snapshot }: { snapshot: Snapshot }) {
	const { room } = useMessages();
	const announce = useAnnounce();
	const { act, refused } = useAct();
	const { phases, groups, documents } = snapshot;
	const [phase, setPhase] = useState(snapshot.currentPhase ?? phases[0]?.id ?? "");
	const [group, setGroup] = useState(ALL);
	const meant = documents.filter(
		({ scope, phases: used }) =>
			scope.kind !== "participant" && used.includes(phase) && (group === ALL || scope.id === group),
	);
	const locked = meant.filter((document) => document.locked).length;

	async function set(lock: boolean): Promise<void> {
		const target = group === ALL ? {} : { group };
		if (!(await act({ type: "sheets.lock", locked: lock, phase, ...target }))) return;
		announce(lock ? room.nowLocked : room.nowOpen);
	}

	return (
		<div className="stack">
			<p>{room.lockHint}</p>
			<SelectField
				id="lock-phase"
				label={room.lockPhase}
				value={phase}
				options={phases.map(({ id, title }) => ({ value: id, label: title }))}
				onChange={(event) => setPhase(event.target.value)}
			/>
			{groups.length > 0 && (
				<SelectField
					id="lock-group"
					label={room.lockGroup}
					value={group}
					options={[
						{ value: ALL, label: room.allGroups },
						...groups.map(({ id, name }) => ({ value: id, label: name })),
					]}
					onChange={(event) => setGroup(event.target.value)}
				/>
			)}
			<p>{room.lockCount({ locked, all: meant.length })}</p>
			<Refused code={refused} />
			<div className="cluster">
				<ActButton icon="lock" resting={locked === meant.length} onClick={() => void set(true)}>
					{room.lockNow}
				</ActButton>
				<ActButton icon="unlock" resting={locked === 0} onClick={() => void set(false)}>
					{room.unlockNow}
				</ActButton>
			</div>
		</div>
	);
}
