import { useId, useState } from "react";
import type { Snapshot } from "../../../worksheets/contract/snapshot.ts";
import { useFormat } from "../../i18n/format.ts";
import { useMessages } from "../../i18n/provider.tsx";
import type { Worksheets } from "../../session/phase-sheets-view.tsx";
import { useSession } from "../../session/session-provider.tsx";
import { Tabs, tabId } from "../../ui/tabs.tsx";
import { MatrixLegend } from "./matrix-legend.tsx";
import { matrixSheets } from "./matrix-sheets.ts";
import { MatrixTable } from "./matrix-table.tsx";

interface ProgressMatrixProps {
	snapshot: Snapshot;
	worksheets: Worksheets;
	/** Opens a group's document at a question, to read. */
	onLookIn: (document: string, question: string) => void;
}

/** Groups × questions: how far each group is with each question. Nothing is counted by person. */
export function ProgressMatrix({ snapshot, worksheets, onLookIn }: ProgressMatrixProps) {
	const { facilitator } = useMessages();
	const panel = useId();
	const [chosen, setChosen] = useState<string | null>(null);
	const sheets = matrixSheets(snapshot, worksheets);
	const sheet = sheets.find(({ id }) => id === chosen) ?? sheets[0];
	if (sheet === undefined) return null;
	const table = (
		<div className="stack-tight">
			<MatrixTable sheet={sheet} onLookIn={onLookIn} />
			<MatrixLegend sheet={sheet} language={snapshot.workshop.language} />
		</div>
	);
	return (
		<section aria-labelledby="progress-title" className="stack-tight">
			<h2 id="progress-title">{facilitator.progress}</h2>
			<StaleNotice snapshot={snapshot} />
			{sheets.length === 1 ? (
				table
			) : (
				<>
					<Tabs
						label={facilitator.progressOf}
						tabs={sheets.map(({ id, title }) => ({ id, label: title }))}
						current={sheet.id}
						onChange={setChosen}
						panelId={panel}
					/>
					<div id={panel} role="tabpanel" aria-labelledby={tabId(panel, sheet.id)}>
						{table}
					</div>
				</>
			)}
		</section>
	);
}

/** Without a line the cells stand still: since when is said, so that nobody takes them for news. */
function StaleNotice({ snapshot }: { snapshot: Snapshot }) {
	const { facilitator } = useMessages();
	const { connection } = useSession();
	const format = useFormat();
	if (connection !== "reconnecting" && connection !== "offline") return null;
	return <p className="muted">{facilitator.progressAsOf({ time: format.time(snapshot.now) })}</p>;
}
