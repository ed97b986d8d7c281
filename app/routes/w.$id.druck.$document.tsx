import { json, type LinksFunction, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { longDate } from "../../worksheets/report/dates.ts";
import { reportWorksheet } from "../../worksheets/report/worksheet-report.ts";
import { LiveCode } from "../gallery/live-code.tsx";
import { PrintButton } from "../gallery/print-button.tsx";
import { type SheetContent, SheetOnPaper } from "../gallery/sheet-on-paper.tsx";
import { readForm, SheetTabs } from "../gallery/sheet-tabs.tsx";
import type { PageHandle } from "../i18n/page-texts.ts";
import { documentTitle, requestMessages } from "../i18n/request-messages.ts";
import { PublicPage } from "../public-pages/public-page.tsx";
import { refusalStatus } from "../public-pages/refusal-status.ts";
import { sheetOwner } from "../session/sheet-name.ts";
import styles from "../styles/gallery.scss?url";
import { PageHead } from "../ui/page-head.tsx";

export const handle: PageHandle = { texts: ["gallery"] };

export const links: LinksFunction = () => [{ rel: "stylesheet", href: styles }];

/** What a group has written is kept by no cache. */
const NO_STORE = { "Cache-Control": "no-store" };
export const headers = () => NO_STORE;

/** The field works in one time zone. */
const TIME_ZONE = "Europe/Berlin";

export async function loader(args: LoaderFunctionArgs) {
	const { context, params, request } = args;
	const sheet = await context.sheet(request, params.id ?? "", params.document ?? "");
	if (!sheet.ok) throw json(null, { status: refusalStatus(sheet.refused) });
	const { snapshot, document, worksheet, answered } = sheet.value;
	const { messages } = await requestMessages(args);
	const { title, language, code, startsAt, status } = snapshot.workshop;
	const form = readForm(request, "filled");
	const content: SheetContent =
		form === "empty" ? { form, worksheet } : { form, nodes: reportWorksheet(answered, language, { headingLevel: 1 }) };
	// A person's own sheet is nobody else's to open, and there is nothing to join after the end.
	const joins = status !== "ended" && document.scope.kind !== "participant";
	const view = {
		title: worksheet.title[language],
		workshop: title,
		owner: sheetOwner(snapshot, document, messages),
		date: longDate(startsAt ?? Date.now(), language, TIME_ZONE),
		language,
		content,
		live: joins ? { code, document: document.id, host: new URL(context.origin).host } : null,
	};
	return json(view, { headers: NO_STORE });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: documentTitle(data?.title) }];

/** A sheet of a workshop on paper, with what is in it or empty, and the way back to the live one. */
export default function PrintedSheet() {
	const { title, workshop, owner, date, language, content, live } = useLoaderData<typeof loader>();
	return (
		<PublicPage wide>
			<PageHead title={title} preline={workshop} />
			<div className="cluster no-print">
				<SheetTabs current={content.form} />
				<PrintButton />
			</div>
			<SheetOnPaper
				owner={owner}
				date={date}
				content={content}
				language={language}
				code={live && <LiveCode {...live} />}
			/>
		</PublicPage>
	);
}
