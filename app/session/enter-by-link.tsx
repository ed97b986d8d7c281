import { useRevalidator } from "@remix-run/react";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { useMessages } from "../i18n/provider.tsx";
import { Alert } from "../ui/alert.tsx";
import { enterWorkshop } from "./api-client.ts";
import { secretFrom } from "./link-secret.ts";

type Entering = "no" | "under way" | "refused" | "unavailable";

/**
 * A link may carry its secret in the fragment, which no server ever sees. It is exchanged for this browser's cookie,
 * wins over a cookie the browser already has, and leaves the address bar in any case.
 */
export function EnterByLink({ workshopId, children }: { workshopId: string; children: ReactNode }) {
	const { session } = useMessages();
	const { revalidate } = useRevalidator();
	const [entering, setEntering] = useState<Entering>("no");
	const revalidatePage = useRef(revalidate);
	revalidatePage.current = revalidate;

	useEffect(() => {
		async function enter(): Promise<void> {
			const secret = secretFrom(window.location.hash);
			if (secret === null) return;
			setEntering("under way");
			const entered = await enterWorkshop(workshopId, secret);
			if (!entered.ok && entered.refused === "unavailable") return setEntering("unavailable");
			window.history.replaceState(window.history.state, "", window.location.pathname + window.location.search);
			if (!entered.ok) return setEntering("refused");
			revalidatePage.current();
			setEntering("no");
		}
		// Opening a second link in the same tab changes nothing but the fragment.
		const enterAgain = () => void enter();
		enterAgain();
		window.addEventListener("hashchange", enterAgain);
		return () => window.removeEventListener("hashchange", enterAgain);
	}, [workshopId]);

	if (entering === "under way") {
		return (
			<main id="inhalt" className="page">
				<p role="status">{session.entering}</p>
			</main>
		);
	}
	return (
		<>
			{entering !== "no" && (
				<Alert kind="danger" role="alert" className="entry-notice">
					<p>{entering === "refused" ? session.badLink : session.enterUnavailable}</p>
				</Alert>
			)}
			{children}
		</>
	);
}
