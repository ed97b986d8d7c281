import { json, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import type { PageHandle } from "../i18n/page-texts.ts";
import { useMessages } from "../i18n/provider.tsx";
import { documentTitle } from "../i18n/request-messages.ts";
import { loadLegalPage } from "../public-pages/legal/legal-loader.ts";
import { LegalPage } from "../public-pages/legal/legal-page.tsx";

export const handle: PageHandle = { texts: ["legal"] };

export async function loader(args: LoaderFunctionArgs) {
	return json(await loadLegalPage("barrierefreiheit", args));
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: documentTitle(data?.title) }];

export default function Barrierefreiheit() {
	const { legal } = useMessages();
	const { text } = useLoaderData<typeof loader>();
	return (
		<LegalPage page="barrierefreiheit" text={text}>
			<p>
				<Link to="/barriere-melden" className="kern-link kern-link--no-visited-state link-line">
					{legal.reportTitle}
				</Link>
			</p>
		</LegalPage>
	);
}
