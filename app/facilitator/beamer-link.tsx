import { useMessages } from "../i18n/provider.tsx";
import { LinkButton } from "../ui/link-button.tsx";

/** To the projector's page, in a tab of its own that is moved to the other screen. */
export function BeamerLink({ workshop }: { workshop: string }) {
	const { facilitator } = useMessages();
	return (
		<div className="cluster">
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
