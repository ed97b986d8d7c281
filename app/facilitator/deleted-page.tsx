import { useEffect, useState } from "react";
import { type Erasure, erasureSchema } from "../../worksheets/contract/erasure.ts";
import { useMessages } from "../i18n/provider.tsx";
import { request } from "../session/api-client.ts";
import { GoneReceipt } from "../session/gone-receipt.tsx";
import { wipeDevice } from "../session/wipe-device.ts";
import { LinkButton } from "../ui/link-button.tsx";
import { PageHead } from "../ui/page-head.tsx";

/** After erasing a workshop: this browser keeps nothing of it either. */
export function DeletedPage({ workshopId }: { workshopId: string }) {
	const { facilitator, session } = useMessages();
	const receipt = useReceipt(workshopId);
	useEffect(() => {
		wipeDevice(workshopId).catch((error: unknown) => reportError(error));
	}, [workshopId]);
	return (
		<main id="inhalt" className="page stack">
			<PageHead title={facilitator.deleted} />
			<div aria-live="polite">{receipt !== null && <GoneReceipt receipt={receipt} />}</div>
			<div className="cluster">
				<LinkButton href="/" reloadDocument>
					{session.toStart}
				</LinkButton>
			</div>
		</main>
	);
}

/** Null until it is there, and without a line to the server. */
function useReceipt(workshopId: string): Erasure | null {
	const [receipt, setReceipt] = useState<Erasure | null>(null);
	useEffect(() => {
		let here = true;
		void request("GET", `/api/workshops/${workshopId}/erasure`).then((answer) => {
			const parsed = erasureSchema.safeParse(answer.ok ? answer.value : null);
			if (here && parsed.success) setReceipt(parsed.data);
		});
		return () => {
			here = false;
		};
	}, [workshopId]);
	return receipt;
}
