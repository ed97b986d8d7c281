import { json, type LinksFunction, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { exampleNodes } from "../gallery/example-nodes.server.ts";
import { PrintButton } from "../gallery/print-button.tsx";
import { type SheetContent, SheetOnPaper } from "../gallery/sheet-on-paper.tsx";
import { readForm, SheetTabs } from "../gallery/sheet-tabs.tsx";
import type { PageHandle } from "../i18n/page-texts.ts";
import { useLanguage, useMessages } from "../i18n/provider.tsx";
import { documentTitle, requestMessages } from "../i18n/request-messages.ts";
import { PublicPage } from "../public-pages/public-page.tsx";
import styles from "../styles/gallery.scss?url";
import { LinkButton } from "../ui/link-button.tsx";
import { PageHead } from "../ui/page-head.tsx";

export const handle: PageHandle = { texts: ["gallery"] };

export const links: LinksFunction = () => [{ rel: "stylesheet", href: styles }];

interface View {
	title: string;
	purpose: string;
	form: SheetContent["form"];
	/** Null where a sheet of the operator's own has no example. */
	content: SheetContent | null;
}

export async function loader(args: LoaderFunctionArgs) {
	const { context, params, request } = args;
	const { language } = await requestMessages(args);
	const worksheet = context.worksheet(params.sheet ?? "");
	if (worksheet === undefined) throw json(null, { status: 404 });
	const form = readForm(request, "empty");
	const example = context.example(worksheet.id);
	const content: SheetContent | null =
		form === "empty"
			? { form, worksheet }
			: example === undefined
				? null
				: { form, nodes: exampleNodes(worksheet, example, language) };
	return json<View>({ title: worksheet.title[language], purpose: worksheet.purpose[language], form, content });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: documentTitle(data?.title) }];

/** One worksheet of the library, empty or as a group might fill it in. */
export default function GallerySheet() {
	const { title, purpose, form, content } = useLoaderData<typeof loader>();
	const { gallery } = useMessages();
	const language = useLanguage();
	return (
		<PublicPage wide>
			<p className="no-print">
				<LinkButton href="/arbeitsblaetter" variant="tertiary" icon="chevron-left">
					{gallery.back}
				</LinkButton>
			</p>
			<PageHead title={title} lead={purpose} />
			<div className="cluster no-print">
				<SheetTabs current={form} />
				<PrintButton />
			</div>
			{form === "filled" && <p className="muted">{content === null ? gallery.noExample : gallery.exampleNote}</p>}
			{content !== null && <SheetOnPaper owner={null} date={null} content={content} language={language} />}
		</PublicPage>
	);
}
