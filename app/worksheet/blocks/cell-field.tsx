import type * as Y from "yjs";
import { type Cell, YES_PARTLY_NO } from "../../../worksheets/blocks/cells.ts";
import type { Language } from "../../../worksheets/contract/languages.ts";
import type { Column } from "../../../worksheets/schema/parts.ts";
import { useMessages } from "../../i18n/provider.tsx";
import { useSheet } from "../sheet-context.tsx";
import { YTextField } from "../text/y-text-field.tsx";

interface CellFieldProps {
	column: Column;
	value: Cell;
	/** The shared text of a text or person cell; null where a document holds none. */
	text: Y.Text | null;
	onChange: (value: Cell) => void;
	id?: string | undefined;
	/** Names the field where no visible label is tied to it by `id`. */
	label?: string | undefined;
	labelledBy?: string | undefined;
}

/** One cell of a table, matrix or list of actions. */
export function CellField({ column, value, text, onChange, id, label, labelledBy }: CellFieldProps) {
	const { writable } = useSheet();
	if (column.kind === "text" || column.kind === "person") {
		if (text === null) return <span className="sheet-prose">{value}</span>;
		const lines = column.kind === "text" ? "many" : "one";
		return <YTextField text={text} lines={lines} readOnly={!writable} id={id} label={label} labelledBy={labelledBy} />;
	}
	const named = { id, "aria-label": label, "aria-labelledby": labelledBy, disabled: !writable };
	if (column.kind === "date") {
		return (
			<input
				type="date"
				className="kern-form-input__input"
				value={value ?? ""}
				onChange={(event) => onChange(event.target.value || null)}
				{...named}
			/>
		);
	}
	return <CellSelect column={column} value={value} onChange={onChange} named={named} />;
}

type ChosenColumn = Exclude<Column, { kind: "text" | "person" | "date" }>;

interface CellSelectProps {
	column: ChosenColumn;
	value: Cell;
	onChange: (value: Cell) => void;
	named: object;
}

function CellSelect({ column, value, onChange, named }: CellSelectProps) {
	const words = useMessages().sheet;
	const { language } = useSheet();
	const choices = choicesOf(column, words.yesPartlyNo, language);
	const choose = (chosen: string) => onChange(choices.find((choice) => String(choice.value) === chosen)?.value ?? null);
	return (
		<div className="kern-form-input__select-wrapper">
			<select
				className="kern-form-input__select"
				value={value === null ? "" : String(value)}
				onChange={(event) => choose(event.target.value)}
				{...named}
			>
				<option value="">{words.noChoice}</option>
				{choices.map((choice) => (
					<option key={choice.value} value={choice.value}>
						{choice.label}
					</option>
				))}
			</select>
		</div>
	);
}

interface CellChoice {
	value: string | number;
	label: string;
}

function choicesOf(column: ChosenColumn, yesPartlyNo: Record<string, string>, language: Language): CellChoice[] {
	switch (column.kind) {
		case "yes-partly-no":
			return YES_PARTLY_NO.map((value) => ({ value, label: yesPartlyNo[value] ?? value }));
		case "choice":
			return column.options.map((option) => ({ value: option.id, label: option.label[language] }));
		case "scale":
			return [
				...column.scale.points.map(({ value, label }) => ({ value, label: `${value} ${label[language]}` })),
				{ value: "unknown", label: column.scale.unknown[language] },
			];
	}
}
