import { useEffect } from "react";
import { useMessages } from "../../i18n/provider.tsx";
import { documentTitle } from "../../i18n/request-messages.ts";
import { Alert } from "../../ui/alert.tsx";
import { Button } from "../../ui/button.tsx";
import { CopyField } from "../../ui/copy-field.tsx";
import { LinkButton } from "../../ui/link-button.tsx";
import { PageHead } from "../../ui/page-head.tsx";
import { PublicPage } from "../public-page.tsx";

export interface TakenOverProps {
	facilitatorUrl: string;
	/** This browser is still somebody else in the workshop. */
	stays: boolean;
}

/** The new link is shown here and never again; the way to the cockpit comes first. */
export function TakenOver({ facilitatorUrl, stays }: TakenOverProps) {
	const { join, create, common } = useMessages();
	const { takeOver } = join;
	const title = stays ? takeOver.staysTitle : takeOver.doneTitle;

	useEffect(() => {
		document.title = documentTitle(title);
		document.getElementById("inhalt")?.focus();
	}, [title]);

	return (
		<PublicPage>
			<PageHead title={title} lead={takeOver.doneLead} />
			<section className="stack print-page">
				{stays && <p>{takeOver.stays}</p>}
				<p>
					<LinkButton variant="primary" href={facilitatorUrl} reloadDocument>
						{create.toLead}
					</LinkButton>
				</p>
				<Alert kind="warning" title={takeOver.once} />
				<CopyField label={create.facilitatorLink} hint={create.facilitatorLinkHint} value={facilitatorUrl} />
				<p className="cluster">
					<Button icon="print" onClick={() => window.print()}>
						{common.print}
					</Button>
				</p>
			</section>
		</PublicPage>
	);
}
