import { type FormEvent, useState } from "react";
import { LIMITS } from "../../worksheets/contract/limits.ts";
import type { HelpCall, Snapshot } from "../../worksheets/contract/snapshot.ts";
import { useMessages } from "../i18n/provider.tsx";
import { Button } from "../ui/button.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { TextField } from "../ui/text-field.tsx";
import { ActButton } from "./act-button.tsx";
import { ownGroup } from "./phase-sheets.ts";
import { Refused } from "./refused.tsx";
import { useServerNow, useSession } from "./session-provider.tsx";
import { useAct } from "./use-act.ts";

/**
 * „Hilfe rufen“: one call for a group, or for a person without one, taken back by the same button, so that the focus
 * stays on it.
 */
export function HelpCallControl({ snapshot }: { snapshot: Snapshot }) {
	const { session } = useMessages();
	const { act, refused } = useAct();
	const [asking, setAsking] = useState(false);
	const group = ownGroup(snapshot);
	const call = snapshot.help[0];

	function toggle(): void {
		if (call === undefined) setAsking(true);
		else void act({ type: "help.clear", ...(group === null ? {} : { group: group.id }) });
	}

	return (
		<div className="help-call">
			{call !== undefined && <CalledSince call={call} />}
			<ActButton icon="hand" onClick={toggle}>
				{call === undefined ? session.callHelp : session.helpWithdraw}
			</ActButton>
			<Refused code={refused} />
			<Dialog open={asking} title={session.callHelpTitle} onClose={() => setAsking(false)}>
				<HelpForm onDone={() => setAsking(false)} />
			</Dialog>
		</div>
	);
}

function CalledSince({ call }: { call: HelpCall }) {
	const { session } = useMessages();
	const minutes = Math.floor((useServerNow(10_000) - call.since) / 60_000);
	return <p>{minutes < 1 ? session.helpCalledJustNow : session.helpCalled({ minutes })}</p>;
}

function HelpForm({ onDone }: { onDone: () => void }) {
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
