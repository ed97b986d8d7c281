import type { Snapshot } from "../../worksheets/contract/snapshot.ts";
import { useFormat } from "../i18n/format.ts";
import { useMessages } from "../i18n/provider.tsx";
import { LinkButton } from "../ui/link-button.tsx";

/** After the end: thanks, the results, and when everything is erased. */
export function EndedView({ snapshot }: { snapshot: Snapshot }) {
	const { session } = useMessages();
	const format = useFormat();
	const { id, deleteOn } = snapshot.workshop;
	return (
		<div className="ended">
			<p>{session.endedThanks}</p>
			<p>
				<LinkButton href={`/w/${id}/ergebnisse`} variant="primary">
					{session.toResults}
				</LinkButton>
			</p>
			<p>{session.deletedOn({ date: format.date(deleteOn) })}</p>
		</div>
	);
}
