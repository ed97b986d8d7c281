import { useMessages } from "../i18n/provider.tsx";
import { Door } from "../session/door-pages.tsx";
import { LinkButton } from "../ui/link-button.tsx";

/** A participant on the facilitator's page. */
export function OnlyFacilitatorsPage({ workshopId }: { workshopId: string }) {
	const { facilitator, session } = useMessages();
	return (
		<Door title={facilitator.onlyFacilitators} lead={facilitator.onlyFacilitatorsHint}>
			<LinkButton href={`/w/${workshopId}`} variant="primary">
				{session.toWorkshop}
			</LinkButton>
		</Door>
	);
}
