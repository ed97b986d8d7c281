import { useState } from "react";
import { useMessages } from "../../i18n/provider.tsx";
import { ActButton } from "../../session/act-button.tsx";
import { useAct } from "../../session/use-act.ts";
import { useAnnounce } from "../../ui/announce.tsx";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { QuestionEnd } from "../question-end.tsx";

/** Another join code, asked for twice: every invitation sent so far leads nowhere afterwards. */
export function RenewCode() {
	const { room } = useMessages();
	const announce = useAnnounce();
	const { act, refused } = useAct();
	const [asking, setAsking] = useState(false);

	async function renew(): Promise<void> {
		if (!(await act({ type: "code.renew" }))) return;
		setAsking(false);
		announce(room.codeRenewed);
	}

	return (
		<>
			<div className="cluster">
				<Button onClick={() => setAsking(true)}>{room.renewCode}</Button>
			</div>
			<Dialog open={asking} title={room.renewCodeTitle} onClose={() => setAsking(false)}>
				<div className="stack">
					<p>{room.renewCodeText}</p>
					<QuestionEnd refused={refused} onCancel={() => setAsking(false)}>
						<ActButton variant="danger" onClick={() => void renew()}>
							{room.renewCodeNow}
						</ActButton>
					</QuestionEnd>
				</div>
			</Dialog>
		</>
	);
}
