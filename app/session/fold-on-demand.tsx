import { type ReactNode, Suspense, useState } from "react";
import { useMessages } from "../i18n/provider.tsx";
import { Alert } from "../ui/alert.tsx";
import { Button } from "../ui/button.tsx";
import { Disclosure } from "../ui/disclosure.tsx";
import { LoadBoundary } from "../ui/load-boundary.tsx";

/** Something to unfold whose code is fetched when somebody does: most people never do. */
export function FoldOnDemand({ summary, children }: { summary: ReactNode; children: ReactNode }) {
	const { session } = useMessages();
	const [asked, setAsked] = useState(false);
	return (
		<Disclosure summary={summary} onOpen={() => setAsked(true)}>
			{asked && (
				<LoadBoundary fallback={<Failed />}>
					<Suspense fallback={<p>{session.loadingPart}</p>}>{children}</Suspense>
				</LoadBoundary>
			)}
		</Disclosure>
	);
}

function Failed() {
	const { session } = useMessages();
	return (
		<Alert kind="danger" title={session.partFailed}>
			<div className="cluster">
				<Button onClick={() => window.location.reload()}>{session.reload}</Button>
			</div>
		</Alert>
	);
}
