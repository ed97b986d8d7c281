import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData, useLocation } from "@remix-run/react";
import { useState } from "react";
import { FacilitatorHerePage, RemovedPage, UnknownVisitorPage } from "../session/door-pages.tsx";
import { EnterByLink } from "../session/enter-by-link.tsx";
import { LeftPage } from "../session/left-page.tsx";
import { LiveErrorPage } from "../session/live-error-page.tsx";
import { LivePage } from "../session/live-page.tsx";
import { OpenSheetsProvider } from "../session/open-sheets.tsx";
import { SessionProvider } from "../session/session-provider.tsx";
import { Standing } from "../session/standing.tsx";
import { keptPageHeaders, visitorData } from "../session/visitor-data.server.ts";
import { workshopTitle } from "../session/workshop-title.ts";

export function loader({ context, params, request }: LoaderFunctionArgs) {
	return visitorData(context, request, params.id ?? "");
}

export const headers = keptPageHeaders;

export const meta: MetaFunction<typeof loader> = workshopTitle;

/** A participant's live page: phases change inside it, the address never does. */
export default function ParticipantRoute() {
	const { workshopId, removed, visitor } = useLoaderData<typeof loader>();
	const sheet = new URLSearchParams(useLocation().search).get("blatt");
	const [left, setLeft] = useState(false);
	if (left) return <LeftPage workshopId={workshopId} />;
	return (
		<EnterByLink workshopId={workshopId}>
			{removed ? (
				<RemovedPage workshopId={workshopId} />
			) : visitor === null ? (
				<UnknownVisitorPage />
			) : visitor.role !== "participant" ? (
				<FacilitatorHerePage workshopId={workshopId} />
			) : (
				<SessionProvider key={visitor.participantId} initial={visitor.snapshot}>
					<OpenSheetsProvider>
						<Standing>
							<LivePage worksheets={visitor.worksheets} sheet={sheet} onLeft={() => setLeft(true)} />
						</Standing>
					</OpenSheetsProvider>
				</SessionProvider>
			)}
		</EnterByLink>
	);
}

export { LiveErrorPage as ErrorBoundary };
