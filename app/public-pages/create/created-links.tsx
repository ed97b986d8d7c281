import { useEffect } from "react";
import { spokenCode } from "../../../worksheets/contract/ids.ts";
import { useFormat } from "../../i18n/format.ts";
import { useMessages } from "../../i18n/provider.tsx";
import { documentTitle } from "../../i18n/request-messages.ts";
import { Alert } from "../../ui/alert.tsx";
import { Button } from "../../ui/button.tsx";
import { CopyField } from "../../ui/copy-field.tsx";
import { LinkButton } from "../../ui/link-button.tsx";
import { PageHead } from "../../ui/page-head.tsx";
import { PublicPage } from "../public-page.tsx";
import { type CreatedView, invitationText } from "./invitation-text.ts";

/** The links of the workshop just created. The facilitator's secret is shown here and never again. */
export function CreatedLinks({ created }: { created: CreatedView }) {
	const { create, common } = useMessages();
	const format = useFormat();
	const spoken = spokenCode(created.code);

	useEffect(() => {
		document.title = documentTitle(create.linksTitle);
		document.getElementById("inhalt")?.focus();
	}, [create]);

	return (
		<PublicPage>
			<PageHead title={create.linksTitle} lead={create.linksIntro(created.title)} />
			<section className="stack print-page">
				<Alert kind="warning" title={create.linksOnce} />
				<CopyField label={create.facilitatorLink} hint={create.facilitatorLinkHint} value={created.facilitatorUrl} />
				<CopyField
					label={create.recoveryCode}
					hint={
						<>
							{create.recoveryCodeHint} {create.recoveryCodeAt(created.address)}
						</>
					}
					value={created.recoveryCode}
				/>
				<p className="cluster">
					<LinkButton variant="primary" href={created.facilitatorUrl} reloadDocument>
						{create.toLead}
					</LinkButton>
					<Button icon="print" onClick={() => window.print()}>
						{common.print}
					</Button>
				</p>
			</section>
			<section className="stack">
				<CopyField label={create.joinLink} hint={create.joinLinkHint} value={created.joinUrl} />
				<div className="code-card">
					<img className="code-card__qr" src={`/qr/${created.code}.svg`} alt={create.qrAlt} width="200" height="200" />
					<div>
						<p>{create.code}</p>
						<p className="code-card__code print-code">{spoken}</p>
						<p className="muted">{create.codeAt(created.address)}</p>
					</div>
				</div>
			</section>
			<CopyField
				label={create.invitation}
				hint={create.invitationHint}
				value={invitationText(created, create, format)}
				rows={12}
			/>
		</PublicPage>
	);
}
