import type { ReactNode } from "react";
import { Alert } from "../ui/alert.tsx";
import { ErrorBoundary } from "../ui/error-boundary.tsx";

interface QuestionBoundaryProps {
	message: string;
	/** Stands below the message. */
	instead?: ReactNode;
	children: ReactNode;
}

/** One answer that cannot be shown (a name taken by something else) must not take the rest of the sheet with it. */
export function QuestionBoundary({ message, instead, children }: QuestionBoundaryProps) {
	const fallback = (
		<>
			<Alert kind="danger" title={message} />
			{instead}
		</>
	);
	return <ErrorBoundary fallback={fallback}>{children}</ErrorBoundary>;
}
