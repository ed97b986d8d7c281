import { useState } from "react";
import type { Snapshot } from "../../../worksheets/contract/snapshot.ts";
import { useMessages } from "../../i18n/provider.tsx";
import { ActButton } from "../../session/act-button.tsx";
import { useAct } from "../../session/use-act.ts";
import { useAnnounce } from "../../ui/announce.tsx";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { QuestionEnd } from "../question-end.tsx";

/** After the end: what names are by now, and the way to take them away at once. */
export function RemoveNames({ snapshot }: { snapshot: Snapshot }) {
	const { facilitator } = useMessages();
	const announce = useAnnounce();
	const { act, refused } = useAct();
	const [asking, setAsking] = useState(false);
	const { names } = snapshot.workshop;
	const close = () => setAsking(false);

	async function remove(): Promise<void> {
		if (!(await act({ type: "names.remove" }))) return;
		close();
		announce(facilitator.namesAre.numbered);
	}

	return (
		<>
			<p>{facilitator.namesAre[names]}</p>
			{names !== "numbered" && (
				<div className="cluster">
					<Button variant="danger" onClick={() => setAsking(true)}>
						{facilitator.namesRemove}
					</Button>
				</div>
			)}
			<Dialog open={asking} title={facilitator.namesRemoveTitle} onClose={close}>
				<p>{facilitator.namesRemoveText}</p>
				<p>{facilitator.namesRemoveNot}</p>
				<QuestionEnd refused={refused} onCancel={close}>
					<ActButton variant="danger" onClick={() => void remove()}>
						{facilitator.namesRemoveNow}
					</ActButton>
				</QuestionEnd>
			</Dialog>
		</>
	);
}
