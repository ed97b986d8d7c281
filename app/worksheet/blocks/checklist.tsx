import { useId } from "react";
import { YES_PARTLY_NO } from "../../../worksheets/blocks/cells.ts";
import { type Check, checklistBlock, setCheck } from "../../../worksheets/blocks/checklist.ts";
import type { Row } from "../../../worksheets/schema/parts.ts";
import { useMessages } from "../../i18n/provider.tsx";
import { useSheet } from "../sheet-context.tsx";
import { useAnswer } from "../use-answer.ts";
import type { BlockProps } from "./block-props.ts";
import { RadioRow } from "./radio-row.tsx";

/** A list to go through. */
export function Checklist({ block, item, labelledBy, describedBy }: BlockProps<"checklist">) {
	const { sheet } = useSheet();
	const given = new Map(useAnswer(checklistBlock, block, item).map((check) => [check.id, check.answer]));
	const Line = block.answers === "tick" ? Tick : YesPartlyNoLine;
	return (
		<fieldset className="sheet-checklist" aria-labelledby={labelledBy} aria-describedby={describedBy}>
			{block.items.map((row) => (
				<Line
					key={row.id}
					row={row}
					answer={given.get(row.id) ?? null}
					onAnswer={(answer) => setCheck(sheet.doc, block, item, row.id, answer)}
				/>
			))}
		</fieldset>
	);
}

interface LineProps {
	row: Row;
	answer: Check | null;
	onAnswer: (answer: Check | null) => void;
}

function Tick({ row, answer, onAnswer }: LineProps) {
	const { language, writable } = useSheet();
	return (
		<label className="sheet-check">
			<input
				type="checkbox"
				className="sheet-check__box"
				checked={answer === true}
				disabled={!writable}
				onChange={(event) => onAnswer(event.target.checked ? true : null)}
			/>
			<span className="sheet-check__text">
				{row.label[language]}
				{row.hint && <span className="sheet-muted"> {row.hint[language]}</span>}
			</span>
		</label>
	);
}

function YesPartlyNoLine({ row, answer, onAnswer }: LineProps) {
	const words = useMessages().sheet;
	const { language, writable } = useSheet();
	const id = useId();
	return (
		<div className="sheet-checklist__line">
			<p id={id}>
				{row.label[language]}
				{row.hint && <span className="sheet-muted"> {row.hint[language]}</span>}
			</p>
			<RadioRow
				choices={YES_PARTLY_NO.map((value) => ({ value, label: words.yesPartlyNo[value] }))}
				value={answer === true ? null : answer}
				onChange={(value) => onAnswer(YES_PARTLY_NO.find((known) => known === value) ?? null)}
				disabled={!writable}
				labelledBy={id}
				layout="row"
			/>
		</div>
	);
}
