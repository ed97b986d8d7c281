import { useMemo } from "react";
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
export function KeyMessage({ block, item }: Pick<BlockProps<"rich-text">, "block" | "item">) {
	const words = useMessages().sheet;
	const { sheet } = useSheet();
	const text = useMemo(() => keyMessageText(sheet.doc, block, item), [sheet, block, item]);
	const value = keyMessageOf(useAnswer(richTextBlock, block, item));
	return <CountedField text={text} value={value} bound={KEY_MESSAGE_LENGTH} lines="many" caption={words.keyMessage} />;
}
