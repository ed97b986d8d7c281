import type { FormEvent } from "react";
import { LIMITS } from "../../../worksheets/contract/limits.ts";
import { useMessages } from "../../i18n/provider.tsx";
import { Button } from "../../ui/button.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { ActButton } from "../act-button.tsx";
import { Refused } from "../refused.tsx";
import { useSession } from "../session-provider.tsx";
import { useAct } from "../use-act.ts";

/** What it is about, if one wants to say so, and the call itself. */
export function HelpForm({ onDone }: { onDone: () => void }) {
	const { session, common } = useMessages();
	const { connection } = useSession();
	const { act, refused } = useAct();

	async function raise(event: FormEvent<HTMLFormElement>): Promise<void> {
		event.preventDefault();
		const text = String(new FormData(event.currentTarget).get("text") ?? "").trim();
		if (await act({ type: "help.raise", ...(text === "" ? {} : { text }) })) onDone();
	}

	return (
		<form className="stack" onSubmit={(event) => void raise(event)}>
			<TextField
				id="help-text"
				name="text"
				label={session.helpReason}
				optional
				maxLength={LIMITS.helpCodePoints}
				autoComplete="off"
			/>
			{connection !== "live" && <p>{session.offlineNoAction}</p>}
			<Refused code={refused} />
			<div className="cluster">
				<ActButton type="submit" variant="primary">
					{session.callHelp}
				</ActButton>
				<Button onClick={onDone}>{common.cancel}</Button>
			</div>
		</form>
	);
}
