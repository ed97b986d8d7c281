import { type ActorMapAnswer, setReleased } from "../../../../worksheets/blocks/actor-map.ts";
import type { BlockOf } from "../../../../worksheets/blocks/definitions.ts";
import { useMessages } from "../../../i18n/provider.tsx";
import { useAnnounce } from "../../../ui/announce.tsx";
import { Button } from "../../../ui/button.tsx";
import { useSheet } from "../../sheet-context.tsx";

interface ReleaseProps {
	block: BlockOf<"actor-map">;
	item: string | undefined;
	ratings: ActorMapAnswer["ratings"];
}

/** Who sees what is rated, and the button with which a group changes that. Nobody else's sheet has anything to release. */
export function Release({ block, item, ratings }: ReleaseProps) {
	const words = useMessages().actors;
	const announce = useAnnounce();
	const { sheet, scope, outside, writable } = useSheet();
	if (scope !== "group") return null;
	if (outside) return ratings === "withheld" ? <p className="sheet-notice">{words.withheld}</p> : null;
	const released = ratings === "open";
	const toggle = () => {
		setReleased(sheet.doc, block, item, !released);
		announce(released ? words.nowKept : words.nowReleased);
	};
	return (
		<div className="sheet-notice actors__release">
			<p>{released ? words.released : words.kept}</p>
			{writable && (
				<Button icon={released ? "lock" : "unlock"} onClick={toggle}>
					{released ? words.takeBack : words.release}
				</Button>
			)}
		</div>
	);
}
