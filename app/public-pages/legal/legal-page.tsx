import type { ReactNode } from "react";
import type { LegalPage as LegalPageName } from "../../../server/services.ts";
import { useMessages } from "../../i18n/provider.tsx";
import { Alert } from "../../ui/alert.tsx";
import { PageHead } from "../../ui/page-head.tsx";
import { PublicPage } from "../public-page.tsx";

export interface LegalPageProps {
	page: LegalPageName;
	/** The operator's own text, paragraphs separated by empty lines; null where it was not written yet. */
	text: string | null;
	children?: ReactNode;
}

/** A page whose words are the operator's; what Arena knows about itself follows below. */
export function LegalPage({ page, text, children }: LegalPageProps) {
	const { legal } = useMessages();
	return (
		<PublicPage>
			<PageHead title={legal[page]} />
			{text === null ? (
				<Alert kind="warning" title={legal.missingTitle}>
					<p>{legal.missingText}</p>
					<p>{legal.missingOperator(`${page}.de.txt`)}</p>
				</Alert>
			) : (
				<div className="stack legal-text">
					{text.split(/\n\s*\n/).map((paragraph) => (
						<p key={paragraph}>{paragraph}</p>
					))}
				</div>
			)}
			{children}
		</PublicPage>
	);
}
