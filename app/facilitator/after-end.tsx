import type { Snapshot } from "../../worksheets/contract/snapshot.ts";
import { useFormat } from "../i18n/format.ts";
import { useMessages } from "../i18n/provider.tsx";
import { Alert } from "../ui/alert.tsx";
import { LinkButton } from "../ui/link-button.tsx";
import { CopyWorkshop } from "./copy-workshop.tsx";
import { SeriesLink } from "./series-link.tsx";

/** The cockpit after the end: the results, and until when they are here. */
export function AfterEnd({ snapshot }: { snapshot: Snapshot }) {
	const { facilitator, session } = useMessages();
	const format = useFormat();
	const { id, deleteOn } = snapshot.workshop;
	return (
		<section className="stack" aria-label={facilitator.ended}>
			<Alert kind="success" title={facilitator.ended}>
				<p>{facilitator.endedHint}</p>
				<p>{session.deletedOn({ date: format.date(deleteOn) })}</p>
			</Alert>
			<div className="cluster">
				<LinkButton href={`/w/${id}/ergebnisse`} variant="primary">
					{session.toResults}
				</LinkButton>
				<SeriesLink workshop={snapshot.workshop} />
				{snapshot.you.role === "facilitator" && <CopyWorkshop workshop={snapshot.workshop} />}
			</div>
		</section>
	);
}
