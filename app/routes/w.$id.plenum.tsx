import type { LinksFunction, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { PlenaryPage } from "../facilitator/plenary/plenary-page.tsx";
import { StaffDoor } from "../facilitator/staff-door.tsx";
import type { PageHandle } from "../i18n/page-texts.ts";
import { LiveErrorPage } from "../session/live-error-page.tsx";
import { OpenSheetsProvider } from "../session/open-sheets.tsx";
import { visitorData } from "../session/visitor-data.server.ts";
import { workshopTitle } from "../session/workshop-title.ts";
import styles from "../styles/plenary-page.scss?url";

export const handle: PageHandle = { texts: ["facilitator", "room"] };

export const links: LinksFunction = () => [{ rel: "stylesheet", href: styles }];

export function loader({ context, params, request }: LoaderFunctionArgs) {
	return visitorData(context, request, params.id ?? "");
}

export const meta: MetaFunction<typeof loader> = workshopTitle;

/** What the groups have come to, side by side: for those who steer, and to look at for observers. */
export default function PlenaryRoute() {
	const { workshopId, visitor } = useLoaderData<typeof loader>();
	return (
		<StaffDoor workshopId={workshopId} visitor={visitor}>
			{({ worksheets }) => (
				<OpenSheetsProvider>
					<PlenaryPage worksheets={worksheets} />
				</OpenSheetsProvider>
			)}
		</StaffDoor>
	);
}

export { LiveErrorPage as ErrorBoundary };
