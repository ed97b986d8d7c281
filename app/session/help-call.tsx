import { useEffect, useState } from "react";
import type { Snapshot } from "../../worksheets/contract/snapshot.ts";
import { useMessages } from "../i18n/provider.tsx";
import { useAnnounce } from "../ui/announce.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { ActButton } from "./act-button.tsx";
import { FetchedPart } from "./fetched-part.tsx";
import { HelpForm } from "./later-parts.tsx";
import { ownGroup } from "./phase-sheets.ts";
import { Refused } from "./refused.tsx";
import { useServerNow } from "./session-provider.tsx";
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
			{call !== undefined && <CalledSince since={call.since} coming={snapshot.help.some(({ coming }) => coming)} />}
			<ActButton icon="hand" onClick={toggle}>
				{call === undefined ? session.callHelp : session.helpWithdraw}
			</ActButton>
			<Refused code={refused} />
			<Dialog open={asking} title={session.callHelpTitle} onClose={() => setAsking(false)}>
				<FetchedPart>
					<HelpForm onDone={() => setAsking(false)} />
				</FetchedPart>
			</Dialog>
		</div>
	);
}

function CalledSince({ since, coming }: { since: number; coming: boolean }) {
	const { session } = useMessages();
	const announce = useAnnounce();
	const minutes = Math.floor((useServerNow(10_000) - since) / 60_000);
	useEffect(() => {
		if (coming) announce(session.helpComing);
	}, [coming, announce, session]);
	return (
		<p>
			{minutes < 1 ? session.helpCalledJustNow : session.helpCalled({ minutes })}
			{coming && <strong>. {session.helpComing}</strong>}
		</p>
	);
}
