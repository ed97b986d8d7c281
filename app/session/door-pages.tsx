import { type ReactNode, useEffect } from "react";
import { useMessages } from "../i18n/provider.tsx";
import { Alert } from "../ui/alert.tsx";
import { LinkButton } from "../ui/link-button.tsx";
import { PageHead } from "../ui/page-head.tsx";
import { wipeDevice } from "./wipe-device.ts";

/** A page for whoever has come to a door that is not theirs, with the way to the right one. */
export function Door({ title, lead, children }: { title: string; lead: string; children: ReactNode }) {
	return (
		<main id="inhalt" className="page stack">
			<PageHead title={title} lead={lead} />
			<div className="cluster">{children}</div>
		</main>
	);
}

/** This browser holds no valid access to the workshop. */
export function UnknownVisitorPage() {
	const { session } = useMessages();
	return (
		<Door title={session.unknownVisitor} lead={session.unknownVisitorHint}>
			<LinkButton href="/" variant="primary">
				{session.join}
			</LinkButton>
			<noscript>
				<Alert kind="info">{session.unknownVisitorScript}</Alert>
			</noscript>
		</Door>
	);
}

/** The person was taken out while they were here, or before they came back. */
export function RemovedPage({ workshopId }: { workshopId: string }) {
	const { session, common } = useMessages();
	useEffect(() => {
		// What others wrote is not theirs to keep.
		wipeDevice(workshopId).catch((error: unknown) => reportError(error));
	}, [workshopId]);
	return (
		<Door title={session.noLongerIn} lead={common.refusals.removed}>
			<LinkButton href="/">{common.errorPage.toStart}</LinkButton>
		</Door>
	);
}

/** A facilitator on the participants' page. */
export function FacilitatorHerePage({ workshopId }: { workshopId: string }) {
	const { session } = useMessages();
	return (
		<Door title={session.youFacilitate} lead={session.youFacilitateHint}>
			<LinkButton href={`/w/${workshopId}/leitung`} variant="primary">
				{session.toCockpit}
			</LinkButton>
		</Door>
	);
}
