import type { FormatSuggestionAnswer } from "../../../worksheets/blocks/format-suggestion.ts";
import { useSheet } from "../sheet-context.tsx";

/** The formats that fit the goal, each with its reason. */
export function FittingFormats({ answer }: { answer: FormatSuggestionAnswer }) {
	const { language } = useSheet();
	if (answer.formats.length === 0) return null;
	return (
		<ul className="sheet-formats">
			{answer.formats.map(({ id, label, why }) => (
				<li key={id}>
					<strong>{label[language]}</strong>
					{why && <p>{why[language]}</p>}
				</li>
			))}
		</ul>
	);
}
