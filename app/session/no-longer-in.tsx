import { useEffect } from "react";
import { useMessages } from "../i18n/provider.tsx";
import { Alert } from "../ui/alert.tsx";
import { Button } from "../ui/button.tsx";
import { useSession, useSnapshot } from "./session-provider.tsx";
import { wipeDevice } from "./wipe-device.ts";

/**
 * The server stopped letting this browser in while the page was open: a link was renewed, the workshop deleted. The
 * page stays as it is, so that nobody loses sight of what they have just written.
 */
export function NoLongerIn() {
	const { session, common } = useMessages();
	const { refused } = useSession();
	const workshopId = useSnapshot().workshop.id;
	useEffect(() => {
		// What is on the screen can still be copied; what lies behind it would outlive the workshop.
		if (refused === "ended") wipeDevice(workshopId).catch((error: unknown) => reportError(error));
	}, [refused, workshopId]);
	if (refused === null) return null;
	return (
		<Alert kind="danger" role="alert" title={refused === "ended" ? common.errorPage.goneTitle : session.noLongerIn}>
			<p>{refused === "ended" ? common.errorPage.goneText : session.noLongerInHint}</p>
			<div className="cluster">
				<Button onClick={() => window.location.reload()}>{common.reload}</Button>
			</div>
		</Alert>
	);
}
