import { useRevalidator } from "@remix-run/react";
import { lazy, type ReactNode, useCallback, useEffect, useRef, useState } from "react";
import { useMessages } from "../i18n/provider.tsx";
import { Alert } from "../ui/alert.tsx";
import { FetchedPart } from "./fetched-part.tsx";
import { secretFrom } from "./link-secret.ts";

const ByLink = lazy(() => import("./by-link.tsx"));

type Outcome = "entered" | "refused" | "unavailable";

/**
 * A link may carry its secret in the fragment, which no server ever sees. It is exchanged for this browser's cookie and
 * leaves the address bar when the server has answered.
 */
export function EnterByLink({ workshopId, children }: { workshopId: string; children: ReactNode }) {
	const { session } = useMessages();
	const { revalidate } = useRevalidator();
	const [secret, setSecret] = useState<string | null>(null);
	const [outcome, setOutcome] = useState<Outcome>("entered");
	const revalidatePage = useRef(revalidate);
	revalidatePage.current = revalidate;

	useEffect(() => {
		// Opening a second link in the same tab changes nothing but the fragment.
		const look = () => setSecret((before) => secretFrom(window.location.hash) ?? before);
		look();
		window.addEventListener("hashchange", look);
		return () => window.removeEventListener("hashchange", look);
	}, []);

	const onDone = useCallback((done: Outcome) => {
		setOutcome(done);
		setSecret(null);
		if (done === "entered") revalidatePage.current();
	}, []);

	if (secret !== null) {
		return (
			<main id="inhalt" className="page stack">
				<FetchedPart>
					<ByLink key={secret} workshopId={workshopId} secret={secret} onDone={onDone} />
				</FetchedPart>
			</main>
		);
	}
	return (
		<>
			{outcome !== "entered" && (
				<Alert kind="danger" role="alert" className="entry-notice">
					<p>{outcome === "refused" ? session.badLink : session.enterUnavailable}</p>
				</Alert>
			)}
			{children}
		</>
	);
}
