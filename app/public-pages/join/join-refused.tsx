import type { RefusalCode } from "../../../worksheets/contract/refusals.ts";
import { useMessages } from "../../i18n/provider.tsx";
import { LinkButton } from "../../ui/link-button.tsx";
import { PageHead } from "../../ui/page-head.tsx";
import { PublicPage } from "../public-page.tsx";

/** The join page of a code that leads nowhere. */
export function JoinRefused({ refused }: { refused: RefusalCode }) {
	const { join, common } = useMessages();
	const unknown = refused === "not-found" || refused === "malformed";
	return (
		<PublicPage>
			<PageHead
				title={unknown ? join.unknownTitle : join.refusedTitle}
				lead={unknown ? join.unknownText : common.refusals[refused]}
			/>
			<p>
				<LinkButton href="/">{join.otherCode}</LinkButton>
			</p>
		</PublicPage>
	);
}
