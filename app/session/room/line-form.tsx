import { type FormEvent, type ReactNode, useState } from "react";
import type { Command } from "../../../worksheets/contract/commands.ts";
import { cleanLine, codePoints } from "../../../worksheets/contract/text.ts";
import { useMessages } from "../../i18n/provider.tsx";
import { useAnnounce } from "../../ui/announce.tsx";
import { TextArea } from "../../ui/text-area.tsx";
import { ActButton } from "../act-button.tsx";
import { Refused } from "../refused.tsx";
import { useAct } from "../use-act.ts";

interface LineFormProps {
	id: string;
	label: string;
	hint?: ReactNode;
	/** In code points. */
	max: number;
	send: string;
	/** Said once it is there. */
	done: string;
	command: (text: string) => Command;
}

/** A few words to the room or to those who steer; the field is empty again once they have arrived. */
export function LineForm({ id, label, hint, max, send, done, command }: LineFormProps) {
	const { room } = useMessages();
	const announce = useAnnounce();
	const { act, refused, busy } = useAct();
	const [text, setText] = useState("");
	const [tried, setTried] = useState(false);
	const count = codePoints(cleanLine(text));
	const error = count === 0 ? room.textEmpty : count > max ? room.textLong({ count, max }) : undefined;

	async function submit(event: FormEvent): Promise<void> {
		event.preventDefault();
		setTried(true);
		if (error !== undefined || busy) return;
		if (!(await act(command(text)))) return;
		setText("");
		setTried(false);
		announce(done);
	}

	return (
		<form className="stack" onSubmit={(event) => void submit(event)}>
			<TextArea
				id={id}
				label={label}
				hint={hint}
				error={tried ? error : undefined}
				rows={2}
				value={text}
				onChange={(event) => setText(event.target.value)}
			/>
			<Refused code={refused} />
			<div className="cluster">
				<ActButton type="submit">{send}</ActButton>
			</div>
		</form>
	);
}
