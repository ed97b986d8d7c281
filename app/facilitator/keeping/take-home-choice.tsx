import { type Snapshot, TAKE_HOME } from "../../../worksheets/contract/snapshot.ts";
import { useMessages } from "../../i18n/provider.tsx";
import { Refused } from "../../session/refused.tsx";
import { useSession } from "../../session/session-provider.tsx";
import { useAct } from "../../session/use-act.ts";
import { useAnnounce } from "../../ui/announce.tsx";
import { RadioGroup } from "../../ui/radio-group.tsx";

/** Which results participants may download, from now on. */
export function TakeHomeChoice({ snapshot }: { snapshot: Snapshot }) {
	const { facilitator } = useMessages();
	const { connection } = useSession();
	const announce = useAnnounce();
	const { act, refused } = useAct();

	async function choose(value: string): Promise<void> {
		const chosen = TAKE_HOME.find((known) => known === value);
		if (chosen === undefined) return;
		if (await act({ type: "workshop.set", details: { takeHome: chosen } })) announce(facilitator.takeHomeSaved);
	}

	return (
		<>
			<RadioGroup
				id="take-home"
				label={facilitator.takeHome}
				hint={facilitator.takeHomeHint}
				value={snapshot.workshop.takeHome}
				disabled={connection !== "live"}
				options={TAKE_HOME.map((value) => ({ value, label: facilitator.takeHomeChoices[value] }))}
				onChange={(value) => void choose(value)}
			/>
			<Refused code={refused} />
		</>
	);
}
