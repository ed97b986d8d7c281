import { type AppLoadContext, json } from "@remix-run/node";

/**
 * What the live pages are rendered from: who is asking and what they may see; null for a browser without access, which
 * may still hold a link's secret that only the page itself can read. Throws a 404, 410 or 503 response where there is
 * no page to show.
 */
export async function visitorData(context: AppLoadContext, request: Request, workshopId: string) {
	const visitor = await context.visitor(request, workshopId);
	const page = { workshopId, origin: context.origin, retentionDays: context.retentionDays };
	if (visitor.ok) return json({ ...page, visitor: visitor.value });
	switch (visitor.refused) {
		case "ended":
			throw json(null, { status: 410 });
		case "not-found":
			throw json(null, { status: 404 });
		case "unauthenticated":
		case "forbidden":
			return json({ ...page, visitor: null });
		default:
			throw json(null, { status: 503 });
	}
}
