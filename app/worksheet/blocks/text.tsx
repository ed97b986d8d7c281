import { useId, useMemo } from "react";
import { textBlock, textOf } from "../../../worksheets/blocks/text.ts";
import { codePoints } from "../../../worksheets/contract/text.ts";
import { useMessages } from "../../i18n/provider.tsx";
import { VisuallyHidden } from "../../ui/visually-hidden.tsx";
import { useSheet } from "../sheet-context.tsx";
import { YTextField } from "../text/y-text-field.tsx";
import { useAnswer } from "../use-answer.ts";
import type { BlockProps } from "./block-props.ts";

/** Up to this length a line is enough. */
const ONE_LINE = 120;

/** A short answer with its length beside it; longer text is marked, never cut. */
export function Text({ block, item, labelledBy, describedBy }: BlockProps<"text">) {
	const words = useMessages().sheet;
	const { sheet, writable } = useSheet();
	const id = useId();
	const text = useMemo(() => textOf(sheet.doc, block, item), [sheet, block, item]);
	const used = codePoints(useAnswer(textBlock, block, item));
	const over = used - block.maxLength;
	return (
		<div className="sheet-field">
			<YTextField
				text={text}
				lines={block.maxLength <= ONE_LINE ? "one" : "many"}
				readOnly={!writable}
				labelledBy={labelledBy}
				describedBy={[describedBy, id].filter(Boolean).join(" ")}
				invalid={over > 0}
			/>
			<p id={id} className={over > 0 ? "sheet-error" : "sheet-muted"}>
				<span aria-hidden="true">{words.length(used, block.maxLength)}</span>
				<VisuallyHidden>{words.lengthWords(used, block.maxLength)}</VisuallyHidden>
				{over > 0 && <span> {words.tooLong(over)}</span>}
			</p>
		</div>
	);
}
