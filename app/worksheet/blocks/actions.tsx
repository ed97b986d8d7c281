import { useCallback, useState } from "react";
import { ACTION_COLUMNS, MOST_ACTIONS, NEW_ACTION, SHORT_COLUMNS } from "../../../worksheets/blocks/action-columns.ts";
import { addMissingText } from "../../../worksheets/blocks/action-source.ts";
import { actionsBlock } from "../../../worksheets/blocks/actions.ts";
import type { Step } from "../../../worksheets/contract/steps.ts";
import { missingIn, missingText } from "../../../worksheets/plan/missing.ts";
import { useLanguage, useMessages } from "../../i18n/provider.tsx";
import { randomId } from "../random-id.ts";
import { useSheet } from "../sheet-context.tsx";
import { useAnswer } from "../use-answer.ts";
import { ActionNote } from "./action-note.tsx";
import type { BlockProps } from "./block-props.ts";
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
	const isPlan = block.plan === true;
	const Tools = isPlan && scope === "plenary" ? planTools : undefined;
	const missing = missingText(missingIn(rows), interfaceLanguage);

	const noteOf = (rowId: string) => {
		const source = rows.find(({ id }) => id === rowId)?.source;
		const now = changes.get(rowId);
		if (source === undefined) return null;
		return <ActionNote block={block} item={item} rowId={rowId} source={source} now={now} />;
	};
	return (
		<>
			{Tools && <Tools block={block} item={item} rows={rows} onChanges={onChanges} />}
			<Rows
				block={block}
				item={item}
				rows={rows}
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
			{missing !== "" && <p className="sheet-muted">{words.missing(missing)}</p>}
		</>
	);
}
