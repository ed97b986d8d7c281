import { type AppLoadContext, type HeadersFunction, json } from "@remix-run/node";
import type { Visitor } from "../../server/services.ts";

/** Says that this device may keep the page for times without a line (app/shell): its person's own, until the end. */
const KEEP = "Arena-Keep";

function keepHeaders({ view, shared }: Visitor): Record<string, string> {
	const keeps = view.role === "participant" && view.snapshot.workshop.status !== "ended" && !shared;
	return keeps ? { [KEEP]: "page" } : {};
}

/** Hands the word of the loader on to the page itself. */
export const keptPageHeaders: HeadersFunction = ({ loaderHeaders }) => {
	const keep = loaderHeaders.get(KEEP);
	return keep === null ? {} : { [KEEP]: keep };
};

/**
 * What the live pages are rendered from: who is asking and what they may see; null for a browser without access, which
 * may still hold a link's secret that only the page itself can read. Throws a 404, 410 or 503 response where there is
 * no page to show.
 */
export async function visitorData(context: AppLoadContext, request: Request, workshopId: string) {
	const visitor = await context.visitor(request, workshopId);
	const removed = !visitor.ok && visitor.refused === "removed";
	const page = { workshopId, removed, origin: context.origin, retentionDays: context.retentionDays };
	if (visitor.ok) return json({ ...page, visitor: visitor.value.view }, { headers: keepHeaders(visitor.value) });
	switch (visitor.refused) {
		case "ended":
			throw json(await context.erasure(workshopId), { status: 410 });
		case "not-found":
			throw json(null, { status: 404 });
		case "unauthenticated":
		case "forbidden":
		case "removed":
			return json({ ...page, visitor: null });
		default:
			throw json(null, { status: 503 });
	}
}
