import { useState } from "react";
import type { RefusalCode } from "../../worksheets/contract/refusals.ts";
import { Button } from "../ui/button.tsx";
import { CopyField } from "../ui/copy-field.tsx";
import { createReturnLink } from "./api-client.ts";
import { Refused } from "./refused.tsx";

export interface ReturnLinkProps {
	workshopId: string;
	words: { hint: string; make: string; field: string };
}

/** A further link for the same person, made when it is asked for: the server keeps no secret that it could show again. */
export function ReturnLink({ workshopId, words }: ReturnLinkProps) {
	const [url, setUrl] = useState<string | null>(null);
	const [refused, setRefused] = useState<RefusalCode | null>(null);

	async function create(): Promise<void> {
		const link = await createReturnLink(workshopId);
		if (link.ok) setUrl(link.value);
		else setRefused(link.refused);
	}

	return (
		<div className="stack">
			<p>{words.hint}</p>
			<Refused code={refused} />
			{url === null ? (
				<div className="cluster">
					<Button variant="primary" onClick={() => void create()}>
						{words.make}
					</Button>
				</div>
			) : (
				<CopyField label={words.field} value={url} />
			)}
		</div>
	);
}
