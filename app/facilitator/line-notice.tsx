import { useMessages } from "../i18n/provider.tsx";
import { useSession } from "../session/session-provider.tsx";
import { Alert } from "../ui/alert.tsx";

/** That whoever steers does not steer at the moment. */
export function LineNotice() {
	const { facilitator } = useMessages();
	const { connection, refused } = useSession();
	if (refused !== null) return null;
	switch (connection) {
		case "live":
			return null;
		case "connecting":
			return <p role="status">{facilitator.notSteeringYet}</p>;
		case "reconnecting":
		case "offline":
			return <Alert kind="danger" role="alert" title={facilitator.notSteering} />;
	}
}
