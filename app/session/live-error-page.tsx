import { isRouteErrorResponse, useRouteError } from "@remix-run/react";
import { ErrorPage } from "../ui/error-page.tsx";

/** What the live routes show instead of themselves: deleted (410), unknown (404), or something is broken. */
export function LiveErrorPage() {
	const error = useRouteError();
	return <ErrorPage status={isRouteErrorResponse(error) ? error.status : 500} />;
}
