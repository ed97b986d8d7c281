import { isRouteErrorResponse, useParams, useRouteError } from "@remix-run/react";
import { useEffect } from "react";
import { erasureSchema } from "../../worksheets/contract/erasure.ts";
import { ErrorPage } from "../ui/error-page.tsx";
import { GoneReceipt } from "./gone-receipt.tsx";
import { wipeDevice } from "./wipe-device.ts";

/** What the live routes show instead of themselves: deleted (410), unknown (404), or something is broken. */
export function LiveErrorPage() {
	const error = useRouteError();
	const { id } = useParams();
	const status = isRouteErrorResponse(error) ? error.status : 500;
	const receipt = isRouteErrorResponse(error) ? erasureSchema.safeParse(error.data) : null;
	useEffect(() => {
		// Deleted is deleted: this browser keeps nothing of it either.
		if (status === 410 && id !== undefined) wipeDevice(id).catch((cause: unknown) => reportError(cause));
	}, [status, id]);
	return <ErrorPage status={status}>{receipt?.success && <GoneReceipt receipt={receipt.data} />}</ErrorPage>;
}
