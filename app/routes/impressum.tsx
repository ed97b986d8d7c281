import { json, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import type { PageHandle } from "../i18n/page-texts.ts";
import { documentTitle } from "../i18n/request-messages.ts";
import { loadLegalPage } from "../public-pages/legal/legal-loader.ts";
import { LegalPage } from "../public-pages/legal/legal-page.tsx";

export const handle: PageHandle = { texts: ["legal"] };

export async function loader(args: LoaderFunctionArgs) {
	return json(await loadLegalPage("impressum", args));
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: documentTitle(data?.title) }];

export default function Impressum() {
	const { text } = useLoaderData<typeof loader>();
	return <LegalPage page="impressum" text={text} />;
}
