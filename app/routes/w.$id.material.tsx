import type { LinksFunction, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import type { PageHandle } from "../i18n/page-texts.ts";
import { RemovedPage, UnknownVisitorPage } from "../session/door-pages.tsx";
import { EnterByLink } from "../session/enter-by-link.tsx";
import { LiveErrorPage } from "../session/live-error-page.tsx";
import { MaterialPage } from "../session/material/material-page.tsx";
import { SessionProvider } from "../session/session-provider.tsx";
import { visitorData } from "../session/visitor-data.server.ts";
import { workshopTitle } from "../session/workshop-title.ts";
import styles from "../styles/material.scss?url";

export const handle: PageHandle = { texts: ["material"] };

export const links: LinksFunction = () => [{ rel: "stylesheet", href: styles }];

export function loader({ context, params, request }: LoaderFunctionArgs) {
	return visitorData(context, request, params.id ?? "");
}

export const meta: MetaFunction<typeof loader> = workshopTitle;

/** What each phase offers beside its sheets, for everybody; those who steer add and remove files here. */
export default function MaterialRoute() {
	const { workshopId, removed, visitor } = useLoaderData<typeof loader>();
	return (
		<EnterByLink workshopId={workshopId}>
			{removed ? (
				<RemovedPage workshopId={workshopId} />
			) : visitor === null ? (
				<UnknownVisitorPage />
			) : (
				<SessionProvider key={visitor.participantId ?? visitor.role} initial={visitor.snapshot}>
					<MaterialPage />
				</SessionProvider>
			)}
		</EnterByLink>
	);
}

export { LiveErrorPage as ErrorBoundary };
