import { Link } from "@remix-run/react";
import type { Invitation } from "../../../server/services.ts";
import { useFormat } from "../../i18n/format.ts";
import { useMessages } from "../../i18n/provider.tsx";

/** What is stored, who reads it, when it goes: before anyone types a name. */
export function JoinPrivacy({ deleteOn, namesAtEnd }: Pick<Invitation, "deleteOn" | "namesAtEnd">) {
	const { join, session } = useMessages();
	const format = useFormat();
	return (
		<section className="stack-tight panel" aria-labelledby="privacy">
			<h2 id="privacy">{join.privacy}</h2>
			{[...join.privacyLines, session.namesAtEnd[namesAtEnd], join.privacyEnd(format.date(deleteOn))].map((line) => (
				<p key={line}>{line}</p>
			))}
			<p>
				<Link to="/datenschutz" className="kern-link kern-link--no-visited-state link-line">
					{join.privacyMore}
				</Link>
			</p>
		</section>
	);
}
