import type { Snapshot } from "../../worksheets/contract/snapshot.ts";
import { useMessages } from "../i18n/provider.tsx";
import type { Worksheets } from "../session/phase-sheets-view.tsx";
import { Button } from "../ui/button.tsx";
import { PrintLink } from "./print-link.tsx";

interface PlenarySheetsProps {
	snapshot: Snapshot;
	worksheets: Worksheets;
	onLookIn: (document: string) => void;
}

/** The sheets the whole room shares; the facilitator writes in them for all. */
export function PlenarySheets({ snapshot, worksheets, onLookIn }: PlenarySheetsProps) {
	const { facilitator } = useMessages();
	const documents = snapshot.documents.filter(({ scope }) => scope.kind === "plenary");
	if (documents.length === 0) return null;
	return (
		<section aria-labelledby="plenary-title" className="stack">
			<h2 id="plenary-title">{facilitator.plenarySheets}</h2>
			<ul className="plain-list">
				{documents.map((document) => {
					const title = worksheets[document.worksheet]?.title[snapshot.workshop.language] ?? document.worksheet;
					return (
						<li key={document.id} className="cluster">
							<span>{title}</span>
							<Button aria-label={`${facilitator.openSheet}: ${title}`} onClick={() => onLookIn(document.id)}>
								{facilitator.openSheet}
							</Button>
							<PrintLink workshop={snapshot.workshop.id} document={document.id} sheet={title} />
						</li>
					);
				})}
			</ul>
		</section>
	);
}
