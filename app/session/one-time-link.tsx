import { useId, useState } from "react";
import type { RefusalCode } from "../../worksheets/contract/refusals.ts";
import { useMessages } from "../i18n/provider.tsx";
import { Button } from "../ui/button.tsx";
import { CopyField } from "../ui/copy-field.tsx";
import { createDownloadLink } from "./api-client.ts";
import { Refused } from "./refused.tsx";

/** A link to the PDF for a program or a device that is not signed in: once, and soon. */
export default function OneTimeLink({ workshop }: { workshop: string }) {
	const { results } = useMessages();
	const id = useId();
	const [url, setUrl] = useState<string | null>(null);
	const [refused, setRefused] = useState<RefusalCode | null>(null);

	async function make(): Promise<void> {
		const made = await createDownloadLink(workshop, "pdf");
		setUrl(made.ok ? made.value : null);
		setRefused(made.ok ? null : made.refused);
	}

	return (
		<section className="stack-tight" aria-labelledby={id}>
			<h2 id={id}>{results.oneTime}</h2>
			<p>{results.oneTimeHint}</p>
			<div className="cluster">
				<Button onClick={() => void make()}>{results.oneTimeMake}</Button>
			</div>
			<Refused code={refused} />
			<div aria-live="polite">{url !== null && <CopyField key={url} label={results.oneTimeUrl} value={url} />}</div>
		</section>
	);
}
