import { type AppLoadContext, json } from "@remix-run/node";

/**
 * What the live pages are rendered from: who is asking and what they may see; null for a browser without access, which
 * may still hold a link's secret that only the page can read. Throws a 404 or 410 response for workshops that are not.
 */
export async function visitorData(context: AppLoadContext, request: Request, workshopId: string) {
	const visitor = await context.visitor(request, workshopId);
	if (visitor.ok)
		return json({ workshopId, origin: context.origin, retentionDays: context.retentionDays, visitor: visitor.value });
	switch (visitor.refused) {
		case "ended":
			throw json(null, { status: 410 });
		case "not-found":
			throw json(null, { status: 404 });
		case "unauthenticated":
		case "forbidden":
			return json(
				{ workshopId, origin: context.origin, retentionDays: context.retentionDays, visitor: null },
				{ status: 401 },
			);
		default:
			throw json(null, { status: 503 });
	}
}
