import { useCallback, useState } from "react";
import { ACTION_COLUMNS, MOST_ACTIONS, NEW_ACTION, SHORT_COLUMNS } from "../../../worksheets/blocks/action-columns.ts";
import { addMissingText } from "../../../worksheets/blocks/action-source.ts";
import { actionsBlock } from "../../../worksheets/blocks/actions.ts";
import type { Step } from "../../../worksheets/contract/steps.ts";
import { lackText, missingIn, missingText } from "../../../worksheets/plan/missing.ts";
import { isTakenTwice } from "../../../worksheets/plan/taken.ts";
import { useLanguage, useMessages } from "../../i18n/provider.tsx";
import { Badge } from "../../ui/badge.tsx";
import { randomId } from "../random-id.ts";
import { useSheet } from "../sheet-context.tsx";
import { useAnswer } from "../use-answer.ts";
import { ActionNote } from "./action-note.tsx";
import type { BlockProps } from "./block-props.ts";
import { PlanCalendar } from "./plan-calendar.tsx";
import { ordered, RowOrder } from "./row-order.tsx";
import { Rows } from "./rows.tsx";

const FOLDED = ACTION_COLUMNS.map(({ id }) => id).filter((id) => !SHORT_COLUMNS.includes(id));
const NO_CHANGES: ReadonlyMap<string, Step> = new Map();

/** The steps a group agrees on: who does what by when. The plan asks for more, and takes up the steps of all sheets. */
export default function Actions({ block, item, labelledBy }: BlockProps<"actions">) {
	const words = useMessages().sheet;
	const interfaceLanguage = useLanguage();
	const { sheet, scope, planTools } = useSheet();
	const { doc } = sheet;
	const { rows } = useAnswer(actionsBlock, block, item);
	const [changes, setChanges] = useState(NO_CHANGES);
	const onChanges = useCallback((now: ReadonlyMap<string, Step>) => setChanges(now), []);
	const [order, setOrder] = useState<readonly string[] | null>(null);
	const isPlan = block.plan === true;
	const Tools = isPlan && scope === "plenary" ? planTools : undefined;
	const missing = missingText(missingIn(rows), interfaceLanguage);

	const noteOf = (rowId: string) => {
		const row = rows.find(({ id }) => id === rowId);
		const lack = row === undefined ? "" : lackText(row, interfaceLanguage);
		return (
			<>
				{row?.source && (
					<ActionNote
						block={block}
						item={item}
						rowId={rowId}
						source={row.source}
						twice={isTakenTwice(row.source, rows)}
						now={changes.get(rowId)}
					/>
				)}
				{lack !== "" && (
					<p>
						<Badge kind="warning" icon="warning">
							{words.lacking(lack)}
						</Badge>
					</p>
				)}
			</>
		);
	};
	return (
		<>
			{Tools && <Tools block={block} item={item} rows={rows} onChanges={onChanges} />}
			{isPlan && rows.length > 1 && <RowOrder rows={rows} order={order} onOrder={setOrder} />}
			<Rows
				block={block}
				item={item}
				rows={ordered(rows, order)}
				columns={ACTION_COLUMNS}
				rowName={words.action}
				maxRows={MOST_ACTIONS}
				labelledBy={labelledBy}
				cards={{
					folded: isPlan ? [] : FOLDED,
					preset: NEW_ACTION,
					noteOf,
					onMissingText: (rowId, columnId) => addMissingText(doc, block, item, rowId, columnId, randomId()),
				}}
			/>
			{isPlan && scope === "plenary" && <PlanCalendar rows={rows} />}
			{missing !== "" && <p className="sheet-muted">{words.missing(missing)}</p>}
		</>
	);
}
