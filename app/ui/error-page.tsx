import type { ReactNode } from "react";
import { useMessages } from "../i18n/provider.tsx";
import { LinkButton } from "./link-button.tsx";
import { PageHead } from "./page-head.tsx";
import { SkipLinks } from "./skip-links.tsx";

/** What is shown in a page's place: 404, 410 (deleted), and everything unexpected. `children`: what else is to be said. */
export function ErrorPage({ status, children }: { status: number; children?: ReactNode }) {
	const { errorPage } = useMessages().common;
	const known = {
		404: { title: errorPage.notFoundTitle, text: errorPage.notFoundText },
		410: { title: errorPage.goneTitle, text: errorPage.goneText },
	};
	const texts =
		status === 404 || status === 410 ? known[status] : { title: errorPage.brokenTitle, text: errorPage.brokenText };
	return (
		<>
			<SkipLinks />
			<main id="inhalt" tabIndex={-1} className="page page--narrow stack">
				<PageHead title={texts.title} lead={texts.text} />
				{children}
				<p>
					<LinkButton href="/" reloadDocument>
						{errorPage.toStart}
					</LinkButton>
				</p>
			</main>
		</>
	);
}
