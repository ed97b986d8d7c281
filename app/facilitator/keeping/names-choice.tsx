import { NAMES, type Snapshot } from "../../../worksheets/contract/snapshot.ts";
import { useMessages } from "../../i18n/provider.tsx";
import { Refused } from "../../session/refused.tsx";
import { useSession } from "../../session/session-provider.tsx";
import { useAct } from "../../session/use-act.ts";
import { useAnnounce } from "../../ui/announce.tsx";
import { RadioGroup } from "../../ui/radio-group.tsx";

/** What becomes of participants' names at the end. Who has joined was told so: from then on only less may stay. */
export function NamesChoice({ snapshot }: { snapshot: Snapshot }) {
	const { facilitator, create } = useMessages();
	const { connection } = useSession();
	const announce = useAnnounce();
	const { act, refused } = useAct();
	const { namesAtEnd } = snapshot.workshop;
	const promised = snapshot.participants.some(({ simulated }) => simulated !== true);

	async function choose(value: string): Promise<void> {
		const chosen = NAMES.find((known) => known === value);
		if (chosen === undefined) return;
		if (await act({ type: "workshop.set", details: { namesAtEnd: chosen } })) announce(facilitator.namesSaved);
	}

	return (
		<>
			<RadioGroup
				id="names-at-end"
				label={create.namesAtEnd}
				hint={promised ? facilitator.namesOnlyLess : create.namesAtEndHint}
				value={namesAtEnd}
				disabled={connection !== "live"}
				options={NAMES.map((value, index) => ({
					value,
					label: create.namesChoices[value],
					disabled: promised && index < NAMES.indexOf(namesAtEnd),
				}))}
				onChange={(value) => void choose(value)}
			/>
			<Refused code={refused} />
		</>
	);
}
