import { ACTION_COLUMNS, MOST_ACTIONS } from "../../../worksheets/blocks/action-columns.ts";
import { actionsBlock } from "../../../worksheets/blocks/actions.ts";
import { useMessages } from "../../i18n/provider.tsx";
import { useAnswer } from "../use-answer.ts";
import type { BlockProps } from "./block-props.ts";
import { Rows } from "./rows.tsx";

/** The steps a group agrees on: who does what by when. */
export function Actions({ block, item, labelledBy }: BlockProps<"actions">) {
	const words = useMessages().sheet;
	const { rows } = useAnswer(actionsBlock, block, item);
	return (
		<Rows
			block={block}
			item={item}
			rows={rows}
			columns={ACTION_COLUMNS}
			rowName={words.action}
			maxRows={MOST_ACTIONS}
			labelledBy={labelledBy}
		/>
	);
}
