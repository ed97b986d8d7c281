import { useState } from "react";
import type { RefusalCode } from "../../worksheets/contract/refusals.ts";
import { useMessages } from "../i18n/provider.tsx";
import { Alert } from "../ui/alert.tsx";
import { Button } from "../ui/button.tsx";
import { leaveWorkshop } from "./api-client.ts";
import { useOpenSheets } from "./open-sheets.tsx";
import { Refused } from "./refused.tsx";

interface LeaveDeviceProps {
	workshopId: string;
	onClose: () => void;
	/** The cookie is gone; what the browser keeps is wiped by the page that replaces this one. */
	onLeft: () => void;
}

/** „Dieses Gerät abmelden“, for devices that several people use. */
export function LeaveDevice({ workshopId, onClose, onLeft }: LeaveDeviceProps) {
	const { own, common } = useMessages();
	const { unsaved } = useOpenSheets();
	const [refused, setRefused] = useState<RefusalCode | null>(null);

	async function leave(): Promise<void> {
		const left = await leaveWorkshop(workshopId);
		// Who is not known here any more has left already.
		if (left.ok || left.refused === "unauthenticated" || left.refused === "ended") onLeft();
		else setRefused(left.refused);
	}

	return (
		<>
			<p>{own.leaveText}</p>
			{unsaved > 0 && <Alert kind="warning">{own.leaveUnsaved}</Alert>}
			<Refused code={refused} />
			<div className="cluster">
				<Button variant="danger" onClick={() => void leave()}>
					{own.leaveNow}
				</Button>
				<Button onClick={onClose}>{common.cancel}</Button>
			</div>
		</>
	);
}
