import { useState } from "react";
import type { PhaseView, Snapshot } from "../../worksheets/contract/snapshot.ts";
import type { Worksheet } from "../../worksheets/schema/worksheet.ts";
import { useMessages } from "../i18n/provider.tsx";
import { Badge } from "../ui/badge.tsx";
import { laidOut, phaseSheets } from "./phase-sheets.ts";
import { sheetOwner } from "./sheet-name.ts";
import { SheetPanel } from "./sheet-panel.tsx";

export type Worksheets = Record<string, Worksheet>;

interface PhaseSheetsViewProps {
	snapshot: Snapshot;
	phase: PhaseView;
	worksheets: Worksheets;
	onWriters: (writers: readonly string[]) => void;
}

/** The sheet of a phase; where it has several (each group's result in the plenary), a choice above it. */
export function PhaseSheetsView({ snapshot, phase, worksheets, onWriters }: PhaseSheetsViewProps) {
	const messages = useMessages();
	const { session } = messages;
	const sheets = laidOut(phaseSheets(snapshot, phase), phase, worksheets);
	const [chosen, setChosen] = useState<string | null>(null);
	const sheet = sheets.find(({ document }) => document.id === chosen) ?? sheets[0];
	const worksheet = sheet && worksheets[sheet.document.worksheet];
	if (sheet === undefined || worksheet === undefined) return null;
	const { language } = snapshot.workshop;
	return (
		<>
			{sheets.length > 1 && (
				<nav aria-label={session.sheetsOfPhase}>
					<ul className="sheet-tabs">
						{sheets.map(({ document }) => (
							<li key={document.id}>
								<button
									type="button"
									className="sheet-tabs__tab"
									aria-current={document.id === sheet.document.id ? "true" : undefined}
									onClick={() => setChosen(document.id)}
								>
									{sheetOwner(snapshot, document, messages)}
									<span className="sheet-tabs__title">{worksheets[document.worksheet]?.title[language]}</span>
								</button>
							</li>
						))}
					</ul>
				</nav>
			)}
			{sheet.document.scope.kind === "participant" && (
				<Badge kind="info">{snapshot.you.people ? session.privateTable : session.privateSheet}</Badge>
			)}
			<SheetPanel
				key={sheet.document.id}
				snapshot={snapshot}
				document={sheet.document}
				worksheet={worksheet}
				phase={phase.id}
				sections={sheet.use.sections}
				readOnly={sheet.readOnly || snapshot.workshop.status === "ended"}
				onWriters={onWriters}
			/>
		</>
	);
}
