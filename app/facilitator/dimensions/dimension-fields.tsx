import type { Language } from "../../../worksheets/contract/languages.ts";
import type { Dimension } from "../../../worksheets/contract/snapshot.ts";
import { useMessages } from "../../i18n/provider.tsx";
import { Button } from "../../ui/button.tsx";
import { TextArea } from "../../ui/text-area.tsx";
import { TextField } from "../../ui/text-field.tsx";
import type { Problem } from "./draft.ts";

interface DimensionFieldsProps {
	row: Dimension;
	/** From 1. */
	position: number;
	count: number;
	language: Language;
	problems: readonly Problem[];
	onChange: (words: Partial<Pick<Dimension, "label" | "help">>) => void;
	onMove: (by: -1 | 1) => void;
	onRemove: () => void;
}

/** One dimension: its words, its place, and a way out. What cannot be done now keeps the focus and does nothing. */
export function DimensionFields({
	row,
	position,
	count,
	language,
	problems,
	onChange,
	onMove,
	onRemove,
}: DimensionFieldsProps) {
	const { dimensions: words } = useMessages();
	const name = row.label.trim() === "" ? words.number({ position }) : row.label;
	const error = (part: Problem["part"]) => {
		const problem = problems.find((candidate) => candidate.part === part);
		return problem === undefined ? undefined : words.wrong[problem.what];
	};
	return (
		<fieldset className="stack">
			<legend>{words.number({ position })}</legend>
			<TextField
				id={fieldId(row.id, "label")}
				label={words.label}
				error={error("label")}
				autoComplete="off"
				lang={language}
				value={row.label}
				onChange={(event) => onChange({ label: event.target.value })}
			/>
			<TextArea
				id={fieldId(row.id, "help")}
				label={words.help}
				error={error("help")}
				optional
				rows={3}
				lang={language}
				value={row.help}
				onChange={(event) => onChange({ help: event.target.value })}
			/>
			<div className="cluster">
				<Button
					id={fieldId(row.id, "up")}
					icon="arrow-up"
					iconOnly
					aria-disabled={position === 1 || undefined}
					onClick={() => onMove(-1)}
				>
					{words.up({ name })}
				</Button>
				<Button
					id={fieldId(row.id, "down")}
					icon="arrow-down"
					iconOnly
					aria-disabled={position === count || undefined}
					onClick={() => onMove(1)}
				>
					{words.down({ name })}
				</Button>
				<Button
					variant="tertiary"
					icon="trash"
					aria-label={words.removeOf({ name })}
					aria-disabled={count === 1 || undefined}
					onClick={() => count > 1 && onRemove()}
				>
					{words.remove}
				</Button>
			</div>
		</fieldset>
	);
}

/** The id of a part of a dimension's row. */
export function fieldId(dimension: string, part: "label" | "help" | "up" | "down"): string {
	return `dimension-${dimension}-${part}`;
}
