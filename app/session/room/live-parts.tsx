import type { DocumentView, Snapshot } from "../../../worksheets/contract/snapshot.ts";
import { useMessages } from "../../i18n/provider.tsx";
import { Disclosure } from "../../ui/disclosure.tsx";
import { LinkButton } from "../../ui/link-button.tsx";
import type { Worksheets } from "../phase-sheets-view.tsx";
import { useKnownWorksheets } from "../use-known-worksheets.ts";
import { AskFacilitator } from "./ask-facilitator.tsx";
import { MessageList } from "./message-list.tsx";
import { OwnNotes } from "./own-notes.tsx";
import { TopicList } from "./topic-list.tsx";

export { EndedView } from "../ended-view.tsx";
export { MovedBanner } from "../moved-banner.tsx";
export { BackFromBreak } from "./back-from-break.tsx";
export { HelpForm } from "./help-form.tsx";
export { MutedNotice } from "./muted-notice.tsx";
export { NewDate } from "./new-date.tsx";
export { PhaseOffers } from "./phase-offers.tsx";
export { RecallBar } from "./recall-bar.tsx";
export { SpotlightNotice } from "./spotlight-notice.tsx";

/** For the live page, which shows nothing of it. */
export function KnownWorksheets({ worksheets }: { worksheets: Worksheets }) {
	useKnownWorksheets(worksheets);
	return null;
}

interface RoomMoreProps {
	snapshot: Snapshot;
	/** Shows a sheet in place of the phase. */
	onOpen: (document: DocumentView) => void;
}

/** What a person says to the room or has heard from it, to unfold. */
export function RoomMore({ snapshot, onOpen }: RoomMoreProps) {
	const { room } = useMessages();
	const { messages, topics, workshop } = snapshot;
	const named = (what: string, { length }: readonly unknown[]) =>
		length === 0 ? what : room.count({ what, count: length });
	return (
		<>
			<Disclosure summary={room.notes}>
				<OwnNotes snapshot={snapshot} onOpen={onOpen} />
			</Disclosure>
			<Disclosure summary={named(room.messages, messages)}>
				<MessageList messages={messages} />
			</Disclosure>
			{workshop.status !== "ended" && (
				<Disclosure summary={named(room.ask, snapshot.questions)}>
					<AskFacilitator snapshot={snapshot} />
				</Disclosure>
			)}
			<Disclosure summary={named(room.topics, topics)}>
				<TopicList snapshot={snapshot} />
			</Disclosure>
			{snapshot.phases.some(({ materials }) => materials !== undefined) && (
				<p>
					<LinkButton href={`/w/${workshop.id}/material`} variant="tertiary" icon="chevron-right">
						{room.allMaterials}
					</LinkButton>
				</p>
			)}
		</>
	);
}
