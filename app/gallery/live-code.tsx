import { spokenCode } from "../../worksheets/contract/ids.ts";
import { useMessages } from "../i18n/provider.tsx";

/** The way from paper to the live sheet: whoever is not in the workshop joins first. */
export function LiveCode({ code, document, host }: { code: string; document: string; host: string }) {
	const { gallery } = useMessages();
	return (
		<div className="paper__live">
			<img src={`/qr/${code}.svg?blatt=${document}`} alt={gallery.liveCode} />
			<div>
				<p>{gallery.live}</p>
				<p>{gallery.liveAddress(host, spokenCode(code))}</p>
			</div>
		</div>
	);
}
