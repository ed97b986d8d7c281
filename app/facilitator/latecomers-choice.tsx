import { LATECOMERS, type Snapshot } from "../../worksheets/contract/snapshot.ts";
import { useMessages } from "../i18n/provider.tsx";
import { Refused } from "../session/refused.tsx";
import { useSession } from "../session/session-provider.tsx";
import { useAct } from "../session/use-act.ts";
import { Disclosure } from "../ui/disclosure.tsx";
import { RadioGroup } from "../ui/radio-group.tsx";

/** Where people go who join while groups are at work. */
export function LatecomersChoice({ snapshot }: { snapshot: Snapshot }) {
	const { facilitator } = useMessages();
	const { connection } = useSession();
	const { act, refused } = useAct();
	const { latecomers } = snapshot.workshop;
	return (
		<Disclosure summary={facilitator.latecomersAre[latecomers]}>
			<RadioGroup
				id="latecomers"
				label={facilitator.latecomers}
				hint={facilitator.latecomersHint}
				value={latecomers}
				disabled={connection !== "live"}
				options={LATECOMERS.map((value) => ({ value, label: facilitator.latecomersWhere[value] }))}
				onChange={(value) => {
					const chosen = LATECOMERS.find((known) => known === value);
					if (chosen !== undefined) void act({ type: "workshop.set", details: { latecomers: chosen } });
				}}
			/>
			<Refused code={refused} />
		</Disclosure>
	);
}
