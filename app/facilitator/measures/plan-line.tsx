import { useEffect, useMemo, useSyncExternalStore } from "react";
import { actionsBlock } from "../../../worksheets/blocks/actions.ts";
import type { BlockOf } from "../../../worksheets/blocks/definitions.ts";
import type { DocumentView } from "../../../worksheets/contract/snapshot.ts";
import { takeStep } from "../../../worksheets/plan/take.ts";
import type { Worksheet } from "../../../worksheets/schema/worksheet.ts";
import { useSnapshot } from "../../session/session-provider.tsx";
import { docValue } from "../../worksheet/document/doc-value.ts";
import type { SheetDocument } from "../../worksheet/document/sheet-document.ts";
import { useSheetBeside } from "../../worksheet/paired-sheet.tsx";
import { randomId } from "../../worksheet/random-id.ts";
import { sheetAsText } from "../../worksheet/sheet-as-text.ts";
import type { OpenPlan } from "./measures.tsx";

interface PlanLineProps {
	document: DocumentView;
	worksheet: Worksheet;
	block: BlockOf<"actions">;
	onPlan: (plan: OpenPlan | null) => void;
}

/** A line to the plan's document. Shows nothing; loaded with the first thing that can be taken into the plan. */
export function PlanLine({ document, worksheet, ...props }: PlanLineProps) {
	const { language } = useSnapshot().workshop;
	const sheet = useSheetBeside(document.id, ({ doc }) => sheetAsText(doc, worksheet, language, false));
	return sheet === null ? null : <Plan sheet={sheet} {...props} />;
}

type PlanProps = Pick<PlanLineProps, "block" | "onPlan"> & { sheet: SheetDocument };

function Plan({ sheet: { doc }, block, onPlan }: PlanProps) {
	const answer = useMemo(() => docValue(doc, () => actionsBlock.read(doc, block)), [doc, block]);
	const { rows } = useSyncExternalStore(answer.subscribe, answer.get);
	useEffect(() => {
		onPlan({ rows, take: (measure) => takeStep(doc, block, undefined, randomId(), measure) });
	}, [doc, block, rows, onPlan]);
	useEffect(() => () => onPlan(null), [onPlan]);
	return null;
}
