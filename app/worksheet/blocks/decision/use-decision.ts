import { useMemo, useSyncExternalStore } from "react";
import type * as Y from "yjs";
import { type DecisionAnswer, decisionBlock } from "../../../../worksheets/blocks/decision.ts";
import type { BlockOf } from "../../../../worksheets/blocks/definitions.ts";
import { docValue } from "../../document/doc-value.ts";

/** One side of a decision as a document holds it now; the sheet on the screen holds the other side only. */
export function useDecision(doc: Y.Doc, block: BlockOf<"decision">): DecisionAnswer {
	const value = useMemo(() => docValue(doc, () => decisionBlock.read(doc, block)), [doc, block]);
	return useSyncExternalStore(value.subscribe, value.get);
}
