import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import type { PageHandle } from "../i18n/page-texts.ts";
import { UnknownVisitorPage } from "../session/door-pages.tsx";
import { EnterByLink } from "../session/enter-by-link.tsx";
import { LiveErrorPage } from "../session/live-error-page.tsx";
import { ResultsPage } from "../session/results-page.tsx";
import { visitorData } from "../session/visitor-data.server.ts";
import { workshopTitle } from "../session/workshop-title.ts";

export const handle: PageHandle = { texts: ["results"] };

export function loader({ context, params, request }: LoaderFunctionArgs) {
	return visitorData(context, request, params.id ?? "");
}

export const meta: MetaFunction<typeof loader> = workshopTitle;

/** The results to download, for everyone who took part. */
export default function ResultsRoute() {
	const { workshopId, visitor } = useLoaderData<typeof loader>();
	return (
		<EnterByLink workshopId={workshopId}>
			{visitor === null ? <UnknownVisitorPage /> : <ResultsPage snapshot={visitor.snapshot} />}
		</EnterByLink>
	);
}

export { LiveErrorPage as ErrorBoundary };
