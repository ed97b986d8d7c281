import { type FormEvent, useState } from "react";
import { groupLetter } from "../../worksheets/contract/group-letter.ts";
import { LIMITS } from "../../worksheets/contract/limits.ts";
import type { GroupView } from "../../worksheets/contract/snapshot.ts";
import { cleanLine, codePoints } from "../../worksheets/contract/text.ts";
import { useMessages } from "../i18n/provider.tsx";
import { ActButton } from "../session/act-button.tsx";
import { Refused } from "../session/refused.tsx";
import { useAct } from "../session/use-act.ts";
import { useAnnounce } from "../ui/announce.tsx";
import { TextField } from "../ui/text-field.tsx";
import { isUsableAddress, wholeAddress } from "./whole-address.ts";

/** What a group is called and where it meets beside Arena. Letter, shape and colour stay those of its place. */
export function SetGroup({ group, index, onSet }: { group: GroupView; index: number; onSet: () => void }) {
	const { facilitator } = useMessages();
	const announce = useAnnounce();
	const { act, refused, busy } = useAct();
	const [name, setName] = useState(group.name);
	const [address, setAddress] = useState(group.conferenceUrl ?? "");
	const [tried, setTried] = useState(false);
	const length = codePoints(cleanLine(name));
	const nameWrong = length === 0 || length > LIMITS.groupNameCodePoints;
	const conferenceUrl = wholeAddress(address);
	const addressWrong = !isUsableAddress(address);

	async function save(event: FormEvent): Promise<void> {
		event.preventDefault();
		setTried(true);
		if (nameWrong || addressWrong || busy) return;
		if (!(await act({ type: "groups.set", group: group.id, name, conferenceUrl }))) return;
		announce(facilitator.groupSet({ name: cleanLine(name) }));
		onSet();
	}

	return (
		<form className="stack" noValidate onSubmit={(event) => void save(event)}>
			<TextField
				id="group-name"
				label={facilitator.groupName}
				hint={facilitator.groupNameHint({ letter: groupLetter(index) })}
				error={tried && nameWrong ? facilitator.groupNameWrong({ max: LIMITS.groupNameCodePoints }) : undefined}
				autoComplete="off"
				value={name}
				onChange={(event) => setName(event.target.value)}
			/>
			<TextField
				id="group-conference"
				type="url"
				label={facilitator.groupConference}
				hint={facilitator.groupConferenceHint}
				error={tried && addressWrong ? facilitator.groupConferenceWrong : undefined}
				optional
				inputMode="url"
				autoComplete="off"
				value={address}
				onChange={(event) => setAddress(event.target.value)}
			/>
			<Refused code={refused} />
			<div className="cluster">
				<ActButton type="submit" variant="primary">
					{facilitator.save}
				</ActButton>
			</div>
		</form>
	);
}
