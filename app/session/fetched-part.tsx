import { type ReactNode, Suspense } from "react";
import { useMessages } from "../i18n/provider.tsx";
import { Alert } from "../ui/alert.tsx";
import { Button } from "../ui/button.tsx";
import { ErrorBoundary } from "../ui/error-boundary.tsx";

/** A part of the page whose code comes when it is shown: says so, and what to do where it does not come. */
export function FetchedPart({ children }: { children: ReactNode }) {
	const { session } = useMessages();
	return (
		<ErrorBoundary fallback={<Failed />}>
			<Suspense fallback={<p>{session.loadingPart}</p>}>{children}</Suspense>
		</ErrorBoundary>
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
