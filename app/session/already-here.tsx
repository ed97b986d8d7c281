import { useEffect, useRef, useState } from "react";
import type { Who } from "../../worksheets/contract/links.ts";
import type { RefusalCode } from "../../worksheets/contract/refusals.ts";
import { useMessages } from "../i18n/provider.tsx";
import { Button } from "../ui/button.tsx";
import { CopyField } from "../ui/copy-field.tsx";
import { PageHead } from "../ui/page-head.tsx";
import { createReturnLink } from "./api-client.ts";
import { Refused } from "./refused.tsx";

interface AlreadyHereProps {
	workshopId: string;
	/** Who this browser is, and whose link was opened in it. */
	here: Who;
	coming: Who;
	onStay: () => void;
	onChange: () => void;
}

/** A second link in a browser that is somebody already: nobody is replaced unasked, nor without a way back in hand. */
export function AlreadyHere({ workshopId, here, coming, onStay, onChange }: AlreadyHereProps) {
	const { alreadyHere } = useMessages().own;
	const [back, setBack] = useState<string | null>(null);
	const [refused, setRefused] = useState<RefusalCode | null>(null);
	const view = useRef<HTMLDivElement>(null);
	const leaves = back !== null;

	// Each of the two views takes the place of another, and of whatever had the focus in it.
	// biome-ignore lint/correctness/useExhaustiveDependencies: it is the change of view that moves the focus
	useEffect(() => view.current?.querySelector("h1")?.focus(), [leaves]);

	async function findWayBack(): Promise<void> {
		const link = await createReturnLink(workshopId);
		if (link.ok) setBack(link.value);
		else setRefused(link.refused);
	}

	const stays = alreadyHere.stay[here.role](here);
	const changes = alreadyHere.change[coming.role](coming);
	if (back === null) {
		return (
			<div ref={view} className="stack">
				<PageHead title={alreadyHere.title} lead={alreadyHere.here[here.role](here)} />
				<p>{alreadyHere.coming[coming.role](coming)}</p>
				<p>{alreadyHere.oneRole}</p>
				<Refused code={refused} />
				<div className="cluster">
					<Button variant="primary" onClick={onStay}>
						{stays}
					</Button>
					<Button onClick={() => void findWayBack()}>{changes}</Button>
				</div>
			</div>
		);
	}
	return (
		<div ref={view} className="stack">
			<PageHead title={alreadyHere.backTitle} lead={alreadyHere.back[here.role](here)} />
			<CopyField label={alreadyHere.backLink} hint={alreadyHere.backHint} value={back} />
			<div className="cluster">
				<Button variant="primary" onClick={onChange}>
					{changes}
				</Button>
				<Button onClick={onStay}>{stays}</Button>
			</div>
		</div>
	);
}
