import type { Language } from "../../../worksheets/contract/languages.ts";
import type { Assessment } from "../../../worksheets/contract/plenary.ts";
import { saidByText } from "../../../worksheets/plan/takeable.ts";
import { valueInWords } from "../../../worksheets/report/overview.ts";
import { cellAt } from "../../charts/cell-detail.tsx";
import type { CellPlace } from "../../charts/heatmap-figure.tsx";
import { usePlenaryWords } from "../../charts/use-plenary-words.ts";
import { TakeMeasure } from "../take-measure.tsx";

interface TakeCellProps {
	assessment: Assessment;
	place: CellPlace;
	/** Of the workshop. */
	language: Language;
}

/** „Als Maßnahme“ for what a group says of a value: the same words, and the same source, as in its own sheet. */
export function TakeCell({ assessment, place, language }: TakeCellProps) {
	const words = usePlenaryWords();
	const found = cellAt(assessment, place);
	if (found === null) return null;
	const { cell, module, dimension, unit } = found;
	const said =
		cell.reason === "" ? (valueInWords(assessment, cell, language) ?? words.sides.groups.noValue) : cell.reason;
	const what = `${module}: ${dimension}: ${said}`;
	return (
		<TakeMeasure
			what={what}
			source={{
				document: place.document,
				row: `#${place.question}.${place.dimension}`,
				name: `${unit}: ${assessment.title}`,
				said: saidByText(what),
			}}
		/>
	);
}
