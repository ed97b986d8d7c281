import { useEffect } from "react";
import { useMessages } from "../i18n/provider.tsx";
import { wipeDevice } from "../session/wipe-device.ts";
import { LinkButton } from "../ui/link-button.tsx";
import { PageHead } from "../ui/page-head.tsx";

/** After erasing a workshop: this browser keeps nothing of it either. */
export function DeletedPage({ workshopId }: { workshopId: string }) {
	const { facilitator, session } = useMessages();
	useEffect(() => {
		wipeDevice(workshopId).catch((error: unknown) => reportError(error));
	}, [workshopId]);
	return (
		<main id="inhalt" className="page stack">
			<PageHead title={facilitator.deleted} />
			<div className="cluster">
				<LinkButton href="/" reloadDocument>
					{session.toStart}
				</LinkButton>
			</div>
		</main>
	);
}
