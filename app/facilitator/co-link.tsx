import { useState } from "react";
import type { RefusalCode } from "../../worksheets/contract/refusals.ts";
import { useMessages } from "../i18n/provider.tsx";
import { createReturnLink } from "../session/api-client.ts";
import { Refused } from "../session/refused.tsx";
import { Button } from "../ui/button.tsx";
import { CopyField } from "../ui/copy-field.tsx";

/** A facilitator's link for another device: the one from the beginning is shown only once. */
export function CoLink({ workshopId }: { workshopId: string }) {
	const { facilitator } = useMessages();
	const [url, setUrl] = useState<string | null>(null);
	const [refused, setRefused] = useState<RefusalCode | null>(null);

	async function create(): Promise<void> {
		const link = await createReturnLink(workshopId);
		if (link.ok) setUrl(link.value);
		else setRefused(link.refused);
	}

	return (
		<div className="stack">
			<p>{facilitator.coLinkHint}</p>
			<Refused code={refused} />
			{url === null ? (
				<div className="cluster">
					<Button onClick={() => void create()}>{facilitator.coLinkMake}</Button>
				</div>
			) : (
				<CopyField label={facilitator.coLinkField} value={url} />
			)}
		</div>
	);
}
