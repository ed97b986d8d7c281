import { useMessages } from "../i18n/provider.tsx";
import { LinkButton } from "./link-button.tsx";
import { PageHead } from "./page-head.tsx";

/** What a page shows instead of itself: what happened, what is safe, what to do. `status` is the HTTP status. */
export function ErrorPage({ status }: { status: number }) {
	const { errorPage } = useMessages().common;
	const { title, text } =
		status === 410
			? { title: errorPage.goneTitle, text: errorPage.goneText }
			: status === 404
				? { title: errorPage.notFoundTitle, text: errorPage.notFoundText }
				: { title: errorPage.brokenTitle, text: errorPage.brokenText };
	return (
		<main id="content" className="page">
			<PageHead title={title} lead={text} />
			<p>
				<LinkButton href="/">{errorPage.toStart}</LinkButton>
			</p>
		</main>
	);
}
