import { columnsOf } from "../../../worksheets/blocks/actor-columns.ts";
import { actorMapBlock } from "../../../worksheets/blocks/actor-map.ts";
import { useSheet } from "../sheet-context.tsx";
import { useAnswer } from "../use-answer.ts";
import type { BlockProps } from "./block-props.ts";
import { Rows } from "./rows.tsx";

/** Actors that a group names and rates. */
export function ActorMap({ block, item, labelledBy }: BlockProps<"actor-map">) {
	const { language } = useSheet();
	const { rows } = useAnswer(actorMapBlock, block, item);
	return (
		<Rows
			block={block}
			item={item}
			rows={rows}
			columns={columnsOf(block)}
			rowName={block.rowName[language]}
			maxRows={block.maxRows}
			labelledBy={labelledBy}
		/>
	);
}
