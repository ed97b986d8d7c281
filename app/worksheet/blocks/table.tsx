import { tableBlock } from "../../../worksheets/blocks/table.ts";
import { useSheet } from "../sheet-context.tsx";
import { useAnswer } from "../use-answer.ts";
import type { BlockProps } from "./block-props.ts";
import { Rows } from "./rows.tsx";

/** A table whose rows people add themselves. */
export default function Table({ block, item, labelledBy }: BlockProps<"table">) {
	const { language } = useSheet();
	const { rows } = useAnswer(tableBlock, block, item);
	return (
		<Rows
			block={block}
			item={item}
			rows={rows}
			columns={block.columns}
			rowName={block.rowName[language]}
			maxRows={block.maxRows}
			labelledBy={labelledBy}
		/>
	);
}
