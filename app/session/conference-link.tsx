import { useMessages } from "../i18n/provider.tsx";
import { LinkButton } from "../ui/link-button.tsx";
import { VisuallyHidden } from "../ui/visually-hidden.tsx";

/** To a group's own video conference: any tool, in a tab beside Arena, which it learns nothing of. */
export function ConferenceLink({ href, group }: { href: string; group: string }) {
	const { session } = useMessages();
	return (
		<LinkButton href={href} variant="secondary" icon="link" target="_blank" rel="noopener noreferrer">
			{session.conference}
			<VisuallyHidden> {session.conferenceOf({ name: group })}</VisuallyHidden>
		</LinkButton>
	);
}
