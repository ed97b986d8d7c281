import { Link } from "@remix-run/react";
import { useMessages } from "../../i18n/provider.tsx";

/** The way back for a facilitator whose link is lost; the code of the workshop goes along. */
export function TakeOverHint({ code }: { code: string }) {
	const { takeOver } = useMessages().join;
	return (
		<p>
			{takeOver.from}{" "}
			<Link to={`/uebernehmen?code=${code}`} className="kern-link kern-link--no-visited-state link-line">
				{takeOver.title}
			</Link>
		</p>
	);
}
