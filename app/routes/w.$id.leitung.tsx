import type { LinksFunction, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData, useLocation } from "@remix-run/react";
import { useState } from "react";
import { Cockpit } from "../facilitator/cockpit.tsx";
import { DeletedPage } from "../facilitator/deleted-page.tsx";
import { ObserverPage } from "../facilitator/observer-page.tsx";
import { StaffDoor } from "../facilitator/staff-door.tsx";
import type { PageHandle } from "../i18n/page-texts.ts";
import { LiveErrorPage } from "../session/live-error-page.tsx";
import { OpenSheetsProvider } from "../session/open-sheets.tsx";
import { visitorData } from "../session/visitor-data.server.ts";
import { workshopTitle } from "../session/workshop-title.ts";
import styles from "../styles/cockpit.scss?url";

export const handle: PageHandle = { texts: ["facilitator", "create", "plan", "room"] };

export const links: LinksFunction = () => [{ rel: "stylesheet", href: styles }];

export function loader({ context, params, request }: LoaderFunctionArgs) {
	return visitorData(context, request, params.id ?? "");
}

export const meta: MetaFunction<typeof loader> = workshopTitle;

/** The cockpit. Its link carries the facilitator's secret in the fragment. */
export default function FacilitatorRoute() {
	const { workshopId, origin, retentionDays, visitor } = useLoaderData<typeof loader>();
	const address = new URLSearchParams(useLocation().search);
	const document = address.get("blatt");
	const asked = document === null ? null : { document, question: address.get("frage") };
	const [deleted, setDeleted] = useState(false);
	if (deleted) return <DeletedPage workshopId={workshopId} />;
	return (
		<StaffDoor workshopId={workshopId} visitor={visitor}>
			{({ role, worksheets }) => (
				<OpenSheetsProvider>
					{role === "observer" ? (
						<ObserverPage worksheets={worksheets} />
					) : (
						<Cockpit
							worksheets={worksheets}
							asked={asked}
							origin={origin}
							maxRetentionDays={retentionDays}
							onDeleted={() => setDeleted(true)}
						/>
					)}
				</OpenSheetsProvider>
			)}
		</StaffDoor>
	);
}

export { LiveErrorPage as ErrorBoundary };
