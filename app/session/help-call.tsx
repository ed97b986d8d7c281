import { type FormEvent, useState } from "react";
import { LIMITS } from "../../worksheets/contract/limits.ts";
import type { HelpCall, Snapshot } from "../../worksheets/contract/snapshot.ts";
import { useMessages } from "../i18n/provider.tsx";
import { Button } from "../ui/button.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { TextField } from "../ui/text-field.tsx";
import { ownGroup } from "./phase-sheets.ts";
import { Refused } from "./refused.tsx";
import { useServerNow, useSession } from "./session-provider.tsx";
import { useAct } from "./use-act.ts";

/** „Hilfe rufen“: one call for a group, or for a person without one, taken back in the same place. */
export function HelpCallControl({ snapshot }: { snapshot: Snapshot }) {
	const { session } = useMessages();
	const [asking, setAsking] = useState(false);
	const call = snapshot.help[0];
	return (
		<div className="help-call">
			{call === undefined ? (
				<Button icon="hand" onClick={() => setAsking(true)}>
					{session.callHelp}
				</Button>
			) : (
				<OpenCall snapshot={snapshot} call={call} />
			)}
			<Dialog open={asking} title={session.callHelpTitle} onClose={() => setAsking(false)}>
				<HelpForm onDone={() => setAsking(false)} />
			</Dialog>
		</div>
	);
}

function OpenCall({ snapshot, call }: { snapshot: Snapshot; call: HelpCall }) {
	const { session } = useMessages();
	const { connection } = useSession();
	const { act, refused, busy } = useAct();
	const group = ownGroup(snapshot);
	const minutes = Math.floor((useServerNow(10_000) - call.since) / 60_000);
	return (
		<>
			<p>{minutes < 1 ? session.helpCalledJustNow : session.helpCalled({ minutes })}</p>
			<Button
				disabled={busy || connection === "offline"}
				onClick={() => void act({ type: "help.clear", ...(group === null ? {} : { group: group.id }) })}
			>
				{session.helpWithdraw}
			</Button>
			<Refused code={refused} />
		</>
	);
}

function HelpForm({ onDone }: { onDone: () => void }) {
	const { session, common } = useMessages();
	const { connection } = useSession();
	const { act, refused, busy } = useAct();
	const disconnected = connection === "offline";

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
			{disconnected && <p>{session.offlineNoAction}</p>}
			<Refused code={refused} />
			<div className="cluster">
				<Button type="submit" variant="primary" disabled={busy || disconnected}>
					{session.callHelp}
				</Button>
				<Button onClick={onDone}>{common.cancel}</Button>
			</div>
		</form>
	);
}
