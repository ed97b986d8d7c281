import { useId } from "react";
import { choiceBlock, setChoice, setChoiceOwn } from "../../../worksheets/blocks/choice.ts";
import { useMessages } from "../../i18n/provider.tsx";
import { useSheet } from "../sheet-context.tsx";
import { PlainField } from "../text/plain-field.tsx";
import { useAnswer } from "../use-answer.ts";
import type { BlockProps } from "./block-props.ts";
import { OptionDetails } from "./option-details.tsx";
import { RadioRow } from "./radio-row.tsx";

/** One of several options, or an answer of one's own. */
export function Choice({ block, item, labelledBy, describedBy }: BlockProps<"choice">) {
	const words = useMessages().sheet;
	const { sheet, language, writable } = useSheet();
	const id = useId();
	const answer = useAnswer(choiceBlock, block, item);
	const options = block.options.map((option) => ({
		value: option.id,
		label: option.label[language],
		hint: option.hint?.[language],
		below: <OptionDetails label={option.label[language]} option={option} />,
	}));
	const own = { value: "own", label: words.ownAnswer };
	return (
		<>
			<RadioRow
				choices={block.own ? [...options, own] : options}
				value={answer.value}
				onChange={(value) => setChoice(sheet.doc, block, item, value)}
				disabled={!writable}
				labelledBy={labelledBy}
				describedBy={describedBy}
				layout="list"
			/>
			{answer.value === "own" && (
				<PlainField
					id={id}
					label={words.ownAnswer}
					value={answer.own}
					onWrite={(text) => setChoiceOwn(sheet.doc, block, item, text)}
					readOnly={!writable}
					lines="one"
				/>
			)}
		</>
	);
}
