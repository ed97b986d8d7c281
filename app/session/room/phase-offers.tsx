import type { PhaseView, Snapshot } from "../../../worksheets/contract/snapshot.ts";
import { useFormat } from "../../i18n/format.ts";
import { useMessages } from "../../i18n/provider.tsx";
import { LinkButton } from "../../ui/link-button.tsx";
import { VisuallyHidden } from "../../ui/visually-hidden.tsx";
import { needsGroup, ownGroup } from "../phase-sheets.ts";

/**
 * What a phase offers beside its sheets: files to save, links, and where people meet. Links lead to somebody else's page,
 * in a tab of its own. A group that meets in a room of its own is not sent to everybody's.
 */
export function PhaseOffers({ snapshot, phase }: { snapshot: Snapshot; phase: PhaseView }) {
	const { room } = useMessages();
	const format = useFormat();
	const materials = phase.materials ?? [];
	const meetsApart = needsGroup(phase) && ownGroup(snapshot)?.conferenceUrl !== undefined;
	const conference = meetsApart ? "" : (phase.conferenceUrl ?? snapshot.workshop.conferenceUrl);
	const files = materials.filter((material) => material.file !== undefined);
	const links = [
		...(conference === "" ? [] : [{ label: room.conference, url: conference }]),
		...materials.filter((material) => material.file === undefined),
	];
	if (links.length + files.length === 0) return null;
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
						{label === "" ? url : label}
						<VisuallyHidden> {room.newTab}</VisuallyHidden>
					</LinkButton>
				))}
				{files.map(({ label, url, file }) => (
					<LinkButton key={url} href={url} icon="download" reloadDocument download>
						{label}
						{file !== undefined && ` (${file.type.toUpperCase()}, ${format.bytes(file.bytes)})`}
					</LinkButton>
				))}
			</div>
			{links.length > 0 && <p className="muted">{room.leadsAway}</p>}
		</section>
	);
}
