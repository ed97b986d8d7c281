import { useMessages } from "../i18n/provider.tsx";
import { LinkButton } from "../ui/link-button.tsx";

interface PrintLinkProps {
	workshop: string;
	document: string;
	/** What is printed, for those who hear only the link. */
	sheet: string;
}

/** To a sheet on paper, in a tab of its own: who steers must not leave the cockpit for it. */
export function PrintLink({ workshop, document, sheet }: PrintLinkProps) {
	const { facilitator } = useMessages();
	return (
		<LinkButton
			href={`/w/${workshop}/druck/${document}`}
			variant="tertiary"
			icon="print"
			target="_blank"
			aria-label={facilitator.printSheet({ sheet })}
		>
			{facilitator.print}
		</LinkButton>
	);
}
