import { DOORS, type Snapshot } from "../../../worksheets/contract/snapshot.ts";
import { useMessages } from "../../i18n/provider.tsx";
import { Refused } from "../../session/refused.tsx";
import { useSession } from "../../session/session-provider.tsx";
import { useAct } from "../../session/use-act.ts";
import { Disclosure } from "../../ui/disclosure.tsx";
import { RadioGroup } from "../../ui/radio-group.tsx";

/** Who comes in with the code from now on. */
export function DoorChoice({ snapshot }: { snapshot: Snapshot }) {
	const { room } = useMessages();
	const { connection } = useSession();
	const { act, refused } = useAct();
	const { door } = snapshot.workshop;
	return (
		<Disclosure summary={room.doorIs[door]}>
			<RadioGroup
				id="door"
				label={room.door}
				hint={room.doorHint}
				value={door}
				disabled={connection !== "live"}
				options={DOORS.map((value) => ({ value, label: room.doorTo[value] }))}
				onChange={(value) => {
					const chosen = DOORS.find((known) => known === value);
					if (chosen !== undefined) void act({ type: "door.set", door: chosen });
				}}
			/>
			<Refused code={refused} />
		</Disclosure>
	);
}
