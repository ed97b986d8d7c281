import { useMessages } from "../i18n/provider.tsx";
import { NoLongerIn } from "../session/no-longer-in.tsx";
import { useSession } from "../session/session-provider.tsx";
import { Alert } from "../ui/alert.tsx";

/** Says to whoever came by a link why the page has stopped: it was renewed, or taken back. */
export function PutOut() {
	const { putOut } = useMessages().facilitator.access;
	const { refused, snapshot } = useSession();
	const { role } = snapshot.you;
	if (refused !== "unauthenticated" || role === "participant") return <NoLongerIn />;
	return (
		<Alert kind="danger" role="alert" title={putOut[role]}>
			<p>{role === "facilitator" ? putOut.facilitatorHint : putOut.otherHint}</p>
		</Alert>
	);
}
