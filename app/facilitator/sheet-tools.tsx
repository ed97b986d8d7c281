import type { GroupView, Snapshot } from "../../worksheets/contract/snapshot.ts";
import { useMessages } from "../i18n/provider.tsx";
import { ActButton } from "../session/act-button.tsx";
import type { Worksheets } from "../session/phase-sheets-view.tsx";
import { Refused } from "../session/refused.tsx";
import { useAct } from "../session/use-act.ts";
import { type KnownSheet, knownSheets } from "./group-sheets.ts";
import { PrintLink } from "./print-link.tsx";

interface SheetToolsProps {
	snapshot: Snapshot;
	group: GroupView;
	worksheets: Worksheets;
}

/** What is seldom done to a group's sheets: putting them on paper, locking them. */
export function SheetTools({ snapshot, group, worksheets }: SheetToolsProps) {
	const sheets = knownSheets(snapshot, group, worksheets);
	return sheets.map((sheet) => (
		<Tools key={sheet.document.id} snapshot={snapshot} sheet={sheet} isNamed={sheets.length > 1} />
	));
}

function Tools({ snapshot, sheet, isNamed }: { snapshot: Snapshot; sheet: KnownSheet; isNamed: boolean }) {
	const { facilitator } = useMessages();
	const { act, refused } = useAct();
	const { document, worksheet } = sheet;
	const { id, language, status } = snapshot.workshop;
	const what = facilitator.lookInAt(sheet.what);
	const lockLabel = document.locked ? facilitator.unlock : facilitator.lock;
	return (
		<div>
			{isNamed && <p>{worksheet.title[language]}</p>}
			<div className="cluster">
				<PrintLink workshop={id} document={document.id} sheet={what} />
				{status === "running" && (
					<ActButton
						icon={document.locked ? "unlock" : "lock"}
						aria-label={`${lockLabel}: ${what}`}
						onClick={() =>
							void act({ type: document.locked ? "worksheet.unlock" : "worksheet.lock", document: document.id })
						}
					>
						{lockLabel}
					</ActButton>
				)}
			</div>
			<Refused code={refused} />
		</div>
	);
}
