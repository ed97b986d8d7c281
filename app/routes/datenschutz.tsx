import { json, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import type { PageHandle } from "../i18n/page-texts.ts";
import { useMessages } from "../i18n/provider.tsx";
import { documentTitle } from "../i18n/request-messages.ts";
import { loadLegalPage } from "../public-pages/legal/legal-loader.ts";
import { LegalPage } from "../public-pages/legal/legal-page.tsx";

export const handle: PageHandle = { texts: ["legal"] };

export async function loader(args: LoaderFunctionArgs) {
	return json({ ...(await loadLegalPage("datenschutz", args)), days: args.context.retentionDays });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: documentTitle(data?.title) }];

/** The operator's notice, and below it what the software itself stores: that is the same everywhere. */
export default function Datenschutz() {
	const { legal } = useMessages();
	const { text, days } = useLoaderData<typeof loader>();
	return (
		<LegalPage page="datenschutz" text={text}>
			<section className="stack-tight">
				<h2>{legal.inventoryTitle}</h2>
				<ul>
					{legal.inventory.map((item) => (
						<li key={item}>{item}</li>
					))}
				</ul>
				<p>{legal.inventoryNot}</p>
				<p>{legal.inventoryUntil(days)}</p>
			</section>
		</LegalPage>
	);
}
