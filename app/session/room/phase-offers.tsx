import type { PhaseView, Snapshot } from "../../../worksheets/contract/snapshot.ts";
import { useMessages } from "../../i18n/provider.tsx";
import { LinkButton } from "../../ui/link-button.tsx";
import { VisuallyHidden } from "../../ui/visually-hidden.tsx";
import { needsGroup, ownGroup } from "../phase-sheets.ts";

/**
 * What a phase offers beside its sheets: links, and where people meet. All of it is somebody else's page, in a tab of
 * its own. A group that meets in a room of its own is not sent to everybody's.
 */
export function PhaseOffers({ snapshot, phase }: { snapshot: Snapshot; phase: PhaseView }) {
	const { room } = useMessages();
	const materials = phase.materials ?? [];
	const meetsApart = needsGroup(phase) && ownGroup(snapshot)?.conferenceUrl !== undefined;
	const conference = meetsApart ? "" : (phase.conferenceUrl ?? snapshot.workshop.conferenceUrl);
	const links = [
		...(conference === "" ? [] : [{ label: room.conference, url: conference }]),
		...materials.map(({ label, url }) => ({ label: label === "" ? url : label, url })),
	];
	if (links.length === 0) return null;
	return (
		<section className="assignment stack-tight" aria-labelledby="phase-offers">
			<h2 id="phase-offers" className="assignment__title">
				{room.offers}
			</h2>
			<div className="cluster">
				{links.map(({ label, url }, index) => (
					<LinkButton
						// biome-ignore lint/suspicious/noArrayIndexKey: the same link may stand there twice
						key={`${url} ${index}`}
						href={url}
						icon="link"
						target="_blank"
						rel="noopener noreferrer"
					>
						{label}
						<VisuallyHidden> {room.newTab}</VisuallyHidden>
					</LinkButton>
				))}
			</div>
			<p className="muted">{room.leadsAway}</p>
		</section>
	);
}
