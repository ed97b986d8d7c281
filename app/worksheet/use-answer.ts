import { useMemo, useSyncExternalStore } from "react";
import type { BlockBase, BlockType } from "../../worksheets/blocks/block-type.ts";
import { docValue } from "./document/doc-value.ts";
import { useSheet } from "./sheet-context.tsx";

/** A block's answer as it stands now; the same object until the answer becomes another one. */
export function useAnswer<Type extends string, Definition extends BlockBase & { type: Type }, Answer>(
	type: BlockType<Type, Definition, Answer>,
	block: Definition,
	item: string | undefined,
): Answer {
	const { doc } = useSheet().sheet;
	const answer = useMemo(() => docValue(doc, () => type.read(doc, block, item)), [doc, type, block, item]);
	return useSyncExternalStore(answer.subscribe, answer.get);
}
