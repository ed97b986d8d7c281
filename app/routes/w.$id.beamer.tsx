import type { LinksFunction, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { Beamer } from "../beamer/beamer.tsx";
import { StaffDoor } from "../facilitator/staff-door.tsx";
import type { PageHandle } from "../i18n/page-texts.ts";
import { LiveErrorPage } from "../session/live-error-page.tsx";
import { visitorData } from "../session/visitor-data.server.ts";
import { workshopTitle } from "../session/workshop-title.ts";
import styles from "../styles/beamer.scss?url";

export const handle: PageHandle = { texts: ["facilitator", "room"] };

export const links: LinksFunction = () => [{ rel: "stylesheet", href: styles }];

export function loader({ context, params, request }: LoaderFunctionArgs) {
	return visitorData(context, request, params.id ?? "");
}

export const meta: MetaFunction<typeof loader> = workshopTitle;

/** The projector's page: opened from the cockpit, or by a link whose secret lets this browser in. */
export default function BeamerRoute() {
	const { workshopId, origin, visitor } = useLoaderData<typeof loader>();
	return (
		<StaffDoor workshopId={workshopId} visitor={visitor}>
			{({ worksheets }) => <Beamer worksheets={worksheets} origin={origin} />}
		</StaffDoor>
	);
}

export { LiveErrorPage as ErrorBoundary };
