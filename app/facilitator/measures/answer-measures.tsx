import { useEffect, useState } from "react";
import { saidBy } from "../../../worksheets/plan/takeable.ts";
import { sourceKey } from "../../../worksheets/plan/taken.ts";
import { resultsWords } from "../../../worksheets/report/results-words.ts";
import { useMessages } from "../../i18n/provider.tsx";
import { useSnapshot } from "../../session/session-provider.tsx";
import { Button } from "../../ui/button.tsx";
import type { AnswerToolsProps } from "../../worksheet/answer-tools.ts";
import { useSheet } from "../../worksheet/sheet-context.tsx";
import { TakeMeasure } from "../take-measure.tsx";
import { useMeasures } from "./measures.tsx";

/**
 * „Als Maßnahme“ for all that an answer offers; several are folded. One and several are the same list, so that a button
 * keeps the focus and a click that waits while the group adds to its answer: what stood open stays open.
 */
export function AnswerMeasures({ offered }: AnswerToolsProps) {
	const { facilitator } = useMessages();
	const { language } = useSheet();
	const { plan, need } = useMeasures();
	const from = useSource();
	const ended = useSnapshot().workshop.status === "ended";
	const [open, setOpen] = useState(offered.length === 1);
	useEffect(need, [need]);
	const taken = new Set(plan?.rows.flatMap(({ source }) => (source === undefined ? [] : [sourceKey(source)])));
	const isTaken = (row: string) => taken.has(sourceKey({ document: from.document, row }));
	const left = offered.filter(({ row }) => !isTaken(row)).length;
	const shown = ended ? offered.filter(({ row }) => isTaken(row)) : offered;
	if (shown.length === 0) return null;
	const several = shown.length > 1;
	return (
		<div className="stack-tight">
			{several && (
				<div className="cluster">
					<Button
						variant="tertiary"
						icon={open ? "chevron-down" : "chevron-right"}
						aria-expanded={open}
						onClick={() => setOpen(!open)}
					>
						{ended || left === 0 ? facilitator.inPlan : facilitator.asMeasures({ count: left })}
					</Button>
				</div>
			)}
			<ul className="plain-list" hidden={several && !open}>
				{shown.map((one) => (
					<li key={one.row} className="cluster">
						{several && <span lang={language}>{one.cells.what}</span>}
						<TakeMeasure
							what={String(one.cells.what ?? "")}
							cells={one.cells}
							source={{ ...from, row: one.row, said: saidBy(one) }}
						/>
					</li>
				))}
			</ul>
		</div>
	);
}

/** Whose sheet it is, as everybody who reads the plan will see it. */
function useSource(): { document: string; name: string } {
	const { documents, groups, workshop } = useSnapshot();
	const { documentId, worksheet } = useSheet();
	const scope = documents.find(({ id }) => id === documentId)?.scope;
	const owner =
		scope?.kind === "plenary"
			? resultsWords[workshop.language].plenary
			: groups.find(({ id }) => id === scope?.id)?.name;
	const title = worksheet.title[workshop.language].replaceAll("\u00ad", "");
	return { document: documentId, name: owner === undefined ? title : `${owner}: ${title}` };
}
