import { useEffect, useState } from "react";
import { useMessages } from "../i18n/provider.tsx";
import { LinkButton } from "../ui/link-button.tsx";
import { wipeDevice } from "./wipe-device.ts";

/** After signing out. The sheets are closed by now, so that their journals can be deleted. */
export function LeftPage({ workshopId }: { workshopId: string }) {
	const { session, own } = useMessages();
	const [wiped, setWiped] = useState(false);

	useEffect(() => {
		let here = true;
		wipeDevice(workshopId).then(
			() => here && setWiped(true),
			(error: unknown) => reportError(error),
		);
		return () => {
			here = false;
		};
	}, [workshopId]);

	return (
		<main id="inhalt" className="page stack">
			<h1>{own.left}</h1>
			<p role="status">{wiped && own.leftWiped}</p>
			<div className="cluster">
				<LinkButton href="/" reloadDocument>
					{session.toStart}
				</LinkButton>
			</div>
		</main>
	);
}
