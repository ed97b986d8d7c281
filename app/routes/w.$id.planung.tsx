import { json, type LinksFunction, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { steers } from "../../worksheets/contract/roles.ts";
import { Planner } from "../facilitator/plan/planner.tsx";
import { shelfOf } from "../facilitator/plan/shelf.ts";
import { StaffDoor } from "../facilitator/staff-door.tsx";
import type { PageHandle } from "../i18n/page-texts.ts";
import { LiveErrorPage } from "../session/live-error-page.tsx";
import { visitorData } from "../session/visitor-data.server.ts";
import { workshopTitle } from "../session/workshop-title.ts";
import styles from "../styles/plan.scss?url";

export const handle: PageHandle = { texts: ["facilitator", "plan"] };

export const links: LinksFunction = () => [{ rel: "stylesheet", href: styles }];

export async function loader({ context, params, request }: LoaderFunctionArgs) {
	const { workshopId, visitor } = await (await visitorData(context, request, params.id ?? "")).json();
	if (visitor === null) return json({ workshopId, visitor: null });
	const { role, snapshot, worksheets } = visitor;
	return json({ workshopId, visitor: { role, snapshot, shelf: shelfOf(context.worksheets(), worksheets) } });
}

export const meta: MetaFunction<typeof loader> = workshopTitle;

/** Planning, for those who steer. */
export default function PlanRoute() {
	const { workshopId, visitor } = useLoaderData<typeof loader>();
	return (
		<StaffDoor workshopId={workshopId} visitor={visitor} admits={steers}>
			{({ shelf }) => <Planner shelf={shelf} />}
		</StaffDoor>
	);
}

export { LiveErrorPage as ErrorBoundary };
