import { useEffect } from "react";
import type { Snapshot } from "../../../worksheets/contract/snapshot.ts";
import { useMessages } from "../../i18n/provider.tsx";
import { NoLongerIn } from "../no-longer-in.tsx";
import { useSession } from "../session-provider.tsx";

/** Waiting to be let in. Then the page is loaded anew: it was rendered without anything of the workshop. */
export function AtTheDoor({ snapshot }: { snapshot: Snapshot }) {
	const { room, session } = useMessages();
	const { connection, refused } = useSession();
	const { name = "", waiting } = snapshot.you;
	useEffect(() => {
		if (!waiting) window.location.reload();
	}, [waiting]);
	if (refused !== null) return <NoLongerIn />;
	const ended = snapshot.workshop.status === "ended";
	return (
		<>
			<p className="page-head__lead">{room.atTheDoor({ name })}</p>
			<p role="status">
				{ended ? room.atTheDoorOver : connection === "live" ? room.atTheDoorText : session.offlineWithoutSheet}
			</p>
		</>
	);
}
