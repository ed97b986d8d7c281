import { useId, useMemo } from "react";
import { YES_PARTLY_NO } from "../../../worksheets/blocks/cells.ts";
import { type Check, checklistBlock, checkNote, setCheck } from "../../../worksheets/blocks/checklist.ts";
import type { BlockOf } from "../../../worksheets/blocks/definitions.ts";
import type { Row } from "../../../worksheets/schema/parts.ts";
import { useMessages } from "../../i18n/provider.tsx";
import { useSheet } from "../sheet-context.tsx";
import { YTextField } from "../text/y-text-field.tsx";
import { useAnswer } from "../use-answer.ts";
import type { BlockProps } from "./block-props.ts";
import { RadioRow } from "./radio-row.tsx";
import { ScaleRow } from "./scale-row.tsx";

/** A list to go through. */
export function Checklist({ block, item, labelledBy, describedBy }: BlockProps<"checklist">) {
	const { sheet } = useSheet();
	const id = useId();
	const given = new Map(useAnswer(checklistBlock, block, item).map((check) => [check.id, check.answer]));
	const Line = block.answers === "tick" ? Tick : AnsweredLine;
	const isPlain = block.answers === "tick" && !block.note;
	return (
		<fieldset className="sheet-checklist" aria-labelledby={labelledBy} aria-describedby={describedBy}>
			{block.items.map((row) => (
				<div key={row.id} className={isPlain ? undefined : "sheet-checklist__line"}>
					<Line
						row={row}
						id={`${id}-${row.id}`}
						answers={block.answers}
						answer={given.get(row.id) ?? null}
						onAnswer={(answer) => setCheck(sheet.doc, block, item, row.id, answer)}
					/>
					{block.note && <Note block={block} item={item} row={row} labelledBy={`${id}-${row.id}`} />}
				</div>
			))}
		</fieldset>
	);
}

interface LineProps {
	row: Row;
	/** For the element with the line's text. */
	id: string;
	answers: BlockOf<"checklist">["answers"];
	answer: Check | null;
	onAnswer: (answer: Check | null) => void;
}

function Tick({ row, id, answer, onAnswer }: LineProps) {
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
			<span className="sheet-check__text" id={id}>
				{row.label[language]}
				{row.hint && <span className="sheet-muted"> {row.hint[language]}</span>}
			</span>
		</label>
	);
}

function AnsweredLine({ row, id, answers, answer, onAnswer }: LineProps) {
	const { language } = useSheet();
	return (
		<>
			<p id={id}>
				{row.label[language]}
				{row.hint && <span className="sheet-muted"> {row.hint[language]}</span>}
			</p>
			<Answers answers={answers} answer={answer} onAnswer={onAnswer} labelledBy={id} />
		</>
	);
}

interface AnswersProps extends Pick<LineProps, "answers" | "answer" | "onAnswer"> {
	labelledBy: string;
}

function Answers({ answers, answer, onAnswer, labelledBy }: AnswersProps) {
	const words = useMessages().sheet;
	const { language, writable } = useSheet();
	if (typeof answers === "object" && "scale" in answers) {
		const value = typeof answer === "number" || answer === "unknown" ? answer : null;
		return <ScaleRow scale={answers.scale} value={value} onChange={onAnswer} labelledBy={labelledBy} />;
	}
	const choices =
		typeof answers === "object"
			? answers.options.map((option) => ({
					value: option.id,
					label: option.label[language],
					hint: option.hint?.[language],
				}))
			: YES_PARTLY_NO.map((value) => ({ value, label: words.yesPartlyNo[value] }));
	return (
		<RadioRow
			choices={choices}
			value={typeof answer === "string" ? answer : null}
			onChange={onAnswer}
			disabled={!writable}
			labelledBy={labelledBy}
			// Words that explain an answer need the whole width.
			layout={choices.some((choice) => "hint" in choice && choice.hint !== undefined) ? "list" : "row"}
		/>
	);
}

interface NoteProps {
	block: BlockOf<"checklist">;
	item: string | undefined;
	row: Row;
	labelledBy: string;
}

function Note({ block, item, row, labelledBy }: NoteProps) {
	const words = useMessages().sheet;
	const { sheet, writable } = useSheet();
	const id = useId();
	const text = useMemo(() => checkNote(sheet.doc, block, item, row.id), [sheet, block, item, row.id]);
	return (
		<div className="sheet-field">
			<label id={`${id}-label`} htmlFor={`${id}-field`}>
				{words.remark}
			</label>
			<YTextField
				id={`${id}-field`}
				text={text}
				lines="many"
				readOnly={!writable}
				labelledBy={`${labelledBy} ${id}-label`}
			/>
		</div>
	);
}
