import { json, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { GalleryList } from "../gallery/gallery-list.tsx";
import { sheetCardView } from "../gallery/sheet-card-view.ts";
import type { PageHandle } from "../i18n/page-texts.ts";
import { documentTitle, requestMessages } from "../i18n/request-messages.ts";

export const handle: PageHandle = { texts: ["gallery"] };

export async function loader(args: LoaderFunctionArgs) {
	const { context } = args;
	const { language, messages } = await requestMessages(args);
	const templates = context.templates();
	const sheets = context
		.worksheets()
		.map((worksheet) => sheetCardView(worksheet, templates, language))
		.sort((one, other) => one.title.localeCompare(other.title, language));
	return json({ title: messages.gallery.title, sheets });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: documentTitle(data?.title) }];

export default function Gallery() {
	const { sheets } = useLoaderData<typeof loader>();
	return <GalleryList sheets={sheets} />;
}
