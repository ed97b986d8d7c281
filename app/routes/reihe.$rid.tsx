import { json, type LinksFunction, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { SeriesPage } from "../facilitator/series/series-page.tsx";
import { UnknownSeriesPage } from "../facilitator/series/unknown-series-page.tsx";
import type { PageHandle } from "../i18n/page-texts.ts";
import { documentTitle, requestMessages } from "../i18n/request-messages.ts";
import { LiveErrorPage } from "../session/live-error-page.tsx";
import styles from "../styles/series.scss?url";

export const handle: PageHandle = { texts: ["series"] };

export const links: LinksFunction = () => [{ rel: "stylesheet", href: styles }];

export async function loader(args: LoaderFunctionArgs) {
	const { context, params, request } = args;
	const { messages } = await requestMessages(args);
	const { title } = messages.series;
	const view = await context.series(request, params.rid ?? "");
	if (view.ok) return json({ title: `${title}: ${view.value.name}`, view: view.value });
	if (view.refused === "not-found") return json({ title, view: null }, { status: 404 });
	throw json(null, { status: 503 });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: documentTitle(data?.title) }];

/** The dates of a series side by side, for those who steer them. */
export default function SeriesRoute() {
	const { view } = useLoaderData<typeof loader>();
	return view === null ? <UnknownSeriesPage /> : <SeriesPage view={view} />;
}

export { LiveErrorPage as ErrorBoundary };
