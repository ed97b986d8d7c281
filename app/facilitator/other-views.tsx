import { useMessages } from "../i18n/provider.tsx";
import { LinkButton } from "../ui/link-button.tsx";

/** To what the groups have come to, to what phases offer, and to the projector's page, in a tab of its own that is moved to the other screen. */
export function OtherViews({ workshop }: { workshop: string }) {
	const { facilitator } = useMessages();
	return (
		<div className="cluster">
			<LinkButton href={`/w/${workshop}/plenum`} variant="tertiary" icon="people">
				{facilitator.toPlenary}
			</LinkButton>
			<LinkButton href={`/w/${workshop}/material`} variant="tertiary" icon="copy">
				{facilitator.toMaterials}
			</LinkButton>
			<LinkButton
				href={`/w/${workshop}/beamer`}
				variant="tertiary"
				icon="system"
				target="_blank"
				aria-label={facilitator.beamerTab}
			>
				{facilitator.beamer}
			</LinkButton>
		</div>
	);
}
