import { useState } from "react";
import type { Snapshot } from "../../worksheets/contract/snapshot.ts";
import { useMessages } from "../i18n/provider.tsx";
import { ReturnLink } from "../session/return-link.tsx";
import { Disclosure } from "../ui/disclosure.tsx";
import { OtherLinks } from "./other-links.tsx";
import { RecoveryCode } from "./recovery-code.tsx";

/** „Zugänge“: links for others, another device, and the way back. What a co-facilitator may not do is not there. */
export function AccessPanel({ snapshot }: { snapshot: Snapshot }) {
	const { access } = useMessages().facilitator;
	const [opened, setOpened] = useState(false);
	const { id } = snapshot.workshop;
	const leads = snapshot.you.role === "facilitator";
	return (
		<Disclosure summary={access.title} onOpen={() => setOpened(true)}>
			<div className="access-panel">
				{leads && opened && (
					<section aria-labelledby="others-title" className="stack">
						<h3 id="others-title">{access.others}</h3>
						<p>{access.othersHint}</p>
						<OtherLinks workshopId={id} />
					</section>
				)}
				<section aria-labelledby="device-title" className="stack">
					<h3 id="device-title">{access.device}</h3>
					<ReturnLink
						workshopId={id}
						words={{ hint: access.deviceHint, make: access.deviceMake, field: access.deviceField }}
					/>
				</section>
				{leads && (
					<section aria-labelledby="recovery-title" className="stack">
						<h3 id="recovery-title">{access.recovery}</h3>
						<RecoveryCode workshopId={id} />
					</section>
				)}
			</div>
		</Disclosure>
	);
}
