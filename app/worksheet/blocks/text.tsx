import { useMemo } from "react";
import { setDay, textBlock, textOf } from "../../../worksheets/blocks/text.ts";
import { useSheet } from "../sheet-context.tsx";
import { CountedField } from "../text/counted-field.tsx";
import { useAnswer } from "../use-answer.ts";
import type { BlockProps } from "./block-props.ts";

/** Up to this length a line is enough. */
const ONE_LINE = 120;

/** A short answer with its length beside it, or a day. */
export function Text(props: BlockProps<"text">) {
	return props.block.format === "date" ? <Day {...props} /> : <Line {...props} />;
}

function Line({ block, item, labelledBy, describedBy }: BlockProps<"text">) {
	const { sheet } = useSheet();
	const text = useMemo(() => textOf(sheet.doc, block, item), [sheet, block, item]);
	return (
		<CountedField
			text={text}
			value={useAnswer(textBlock, block, item)}
			bound={block.maxLength}
			lines={block.maxLength <= ONE_LINE ? "one" : "many"}
			labelledBy={labelledBy}
			describedBy={describedBy}
		/>
	);
}

function Day({ block, item, labelledBy, describedBy }: BlockProps<"text">) {
	const { sheet, writable } = useSheet();
	return (
		<input
			type="date"
			className="kern-form-input__input sheet-day"
			value={useAnswer(textBlock, block, item)}
			onChange={(event) => setDay(sheet.doc, block, item, event.target.value || null)}
			disabled={!writable}
			aria-labelledby={labelledBy}
			aria-describedby={describedBy}
		/>
	);
}
