import { type FormEvent, useState } from "react";
import type { Command } from "../../worksheets/contract/commands.ts";
import { LIMITS } from "../../worksheets/contract/limits.ts";
import type { Snapshot } from "../../worksheets/contract/snapshot.ts";
import { useMessages } from "../i18n/provider.tsx";
import { ActButton } from "../session/act-button.tsx";
import { Refused } from "../session/refused.tsx";
import { useAct } from "../session/use-act.ts";
import { useAnnounce } from "../ui/announce.tsx";
import { RadioGroup } from "../ui/radio-group.tsx";
import { SelectField } from "../ui/select-field.tsx";
import { TextField } from "../ui/text-field.tsx";
import { agendaPosition } from "./agenda-position.ts";
import { wholeNumber } from "./whole-number.ts";

const STRATEGIES = ["random", "even-by-organisation", "self", "manual"] as const;
type Strategy = (typeof STRATEGIES)[number];

const NOW = "now";
/** Groups of about this many people are offered first. */
const USUAL_SIZE = 4;

/** Makes groups: how many, how people come into them, and from which phase on. Former groups keep their texts. */
export function FormGroups({ snapshot, onFormed }: { snapshot: Snapshot; onFormed: () => void }) {
	const { facilitator } = useMessages();
	const announce = useAnnounce();
	const { act, refused, busy } = useAct();
	const people = snapshot.participants.length;
	const [count, setCount] = useState(() =>
		String(Math.max(2, Math.min(LIMITS.groups, Math.round(people / USUAL_SIZE)))),
	);
	const [strategy, setStrategy] = useState<Strategy>("random");
	const [from, setFrom] = useState(NOW);
	const [wrong, setWrong] = useState(false);
	const groups = wholeNumber(count, LIMITS.groups);
	const ahead = groupPhasesAhead(snapshot);

	async function form(event: FormEvent): Promise<void> {
		event.preventDefault();
		setWrong(groups === null);
		if (groups === null || busy) return;
		const phase = ahead.find(({ id }) => id === from);
		const target = phase === undefined ? {} : { phase: phase.id };
		const commands: Command[] = [{ type: "groups.create", count: groups, ...target }];
		if (strategy !== "manual") commands.push({ type: "groups.assign", strategy, ...target });
		if (!(await act(...commands))) return;
		announce(
			phase === undefined
				? facilitator.groupsFormed({ count: groups })
				: facilitator.groupsPrepared({ title: phase.title }),
		);
		onFormed();
	}

	return (
		<form className="stack" onSubmit={(event) => void form(event)}>
			{snapshot.groups.length > 0 && <p>{facilitator.formGroupsHint}</p>}
			<TextField
				id="group-count"
				label={facilitator.groupCount}
				hint={groups !== null && people > 0 ? facilitator.groupSize({ people, groups }) : undefined}
				error={wrong ? facilitator.groupCountWrong({ max: LIMITS.groups }) : undefined}
				inputMode="numeric"
				width="short"
				value={count}
				onChange={(event) => setCount(event.target.value)}
			/>
			<RadioGroup
				id="group-strategy"
				label={facilitator.strategy}
				value={strategy}
				options={STRATEGIES.map((value) => ({ value, label: facilitator.strategies[value] }))}
				onChange={(value) => setStrategy(STRATEGIES.find((known) => known === value) ?? "random")}
			/>
			{ahead.length > 0 && (
				<SelectField
					id="group-from"
					label={facilitator.groupsFor}
					value={from}
					options={[
						{ value: NOW, label: facilitator.groupsNow },
						...ahead.map(({ id, title }) => ({ value: id, label: facilitator.groupsAt({ title }) })),
					]}
					onChange={(event) => setFrom(event.target.value)}
				/>
			)}
			<Refused code={refused} />
			<div className="cluster">
				<ActButton type="submit" variant="primary">
					{facilitator.formNow}
				</ActButton>
			</div>
		</form>
	);
}

function groupPhasesAhead(snapshot: Snapshot): { id: string; title: string }[] {
	const { index } = agendaPosition(snapshot);
	return snapshot.phases.filter((phase, place) => phase.kind === "group" && place > index);
}
