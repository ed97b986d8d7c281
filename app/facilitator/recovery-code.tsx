import { useState } from "react";
import type { RefusalCode } from "../../worksheets/contract/refusals.ts";
import { useMessages } from "../i18n/provider.tsx";
import { useAnnounce } from "../ui/announce.tsx";
import { Button } from "../ui/button.tsx";
import { CopyField } from "../ui/copy-field.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { renewRecoveryCode } from "./access-client.ts";
import { QuestionEnd } from "./question-end.tsx";

/** What the recovery code is for, and a new one in the place of one that got lost or that others have seen. */
export function RecoveryCode({ workshopId }: { workshopId: string }) {
	const { facilitator } = useMessages();
	const { access } = facilitator;
	const announce = useAnnounce();
	const [asking, setAsking] = useState(false);
	const [code, setCode] = useState<string | null>(null);
	const [refused, setRefused] = useState<RefusalCode | null>(null);
	const close = () => setAsking(false);

	async function renew(): Promise<void> {
		setRefused(null);
		const renewed = await renewRecoveryCode(workshopId);
		if (!renewed.ok) return setRefused(renewed.refused);
		setCode(renewed.value);
		close();
		announce(access.renewed);
	}

	return (
		<>
			<p>{access.recoveryHint}</p>
			{code !== null && <CopyField key={code} label={access.newCode} hint={access.newCodeHint} value={code} />}
			<div className="cluster">
				<Button onClick={() => setAsking(true)}>{access.renew}</Button>
			</div>
			<Dialog open={asking} title={access.renewTitle} onClose={close}>
				<div className="stack">
					<p>{access.renewText}</p>
					<QuestionEnd refused={refused} onCancel={close}>
						<Button variant="primary" onClick={() => void renew()}>
							{access.renew}
						</Button>
					</QuestionEnd>
				</div>
			</Dialog>
		</>
	);
}
