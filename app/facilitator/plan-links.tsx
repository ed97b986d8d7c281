import type { Snapshot } from "../../worksheets/contract/snapshot.ts";
import { useMessages } from "../i18n/provider.tsx";
import { LinkButton } from "../ui/link-button.tsx";
import { CopyWorkshop } from "./copy-workshop.tsx";
import { SeriesLink } from "./series-link.tsx";

/** From the agenda to where it is made, and to the next workshop of the series. */
export function PlanLinks({ snapshot: { workshop, you } }: { snapshot: Snapshot }) {
	const { plan } = useMessages();
	if (workshop.status === "ended" || (you.role !== "facilitator" && you.role !== "cofacilitator")) return null;
	return (
		<div className="cluster">
			<LinkButton href={`/w/${workshop.id}/planung`} icon="pencil">
				{plan.open}
			</LinkButton>
			<SeriesLink workshop={workshop} />
			{you.role === "facilitator" && <CopyWorkshop workshop={workshop} />}
		</div>
	);
}
