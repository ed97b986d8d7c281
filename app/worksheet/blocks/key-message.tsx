import { useId, useMemo } from "react";
import {
	KEY_MESSAGE_LENGTH,
	keyMessageOf,
	keyMessageText,
	richTextBlock,
} from "../../../worksheets/blocks/rich-text.ts";
import { useMessages } from "../../i18n/provider.tsx";
import { useSheet } from "../sheet-context.tsx";
import { CountedField } from "../text/counted-field.tsx";
import { useAnswer } from "../use-answer.ts";
import type { BlockProps } from "./block-props.ts";

/** The answer in one sentence, which goes on to the plenary. */
export function KeyMessage({ block, item, labelledBy }: BlockProps<"rich-text">) {
	const words = useMessages().sheet;
	const { sheet, writable } = useSheet();
	const id = useId();
	const text = useMemo(() => keyMessageText(sheet.doc, block, item), [sheet, block, item]);
	return (
		<div className="sheet-field">
			<label id={`${id}-label`} htmlFor={`${id}-field`}>
				{words.keyMessage}
			</label>
			<CountedField
				id={`${id}-field`}
				text={text}
				value={keyMessageOf(useAnswer(richTextBlock, block, item))}
				bound={KEY_MESSAGE_LENGTH}
				lines="many"
				readOnly={!writable}
				labelledBy={`${labelledBy} ${id}-label`}
			/>
		</div>
	);
}
