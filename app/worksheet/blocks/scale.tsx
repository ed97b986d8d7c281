import { useId } from "react";
import { scaleBlock, setScale, setScaleReason } from "../../../worksheets/blocks/scale.ts";
import { useMessages } from "../../i18n/provider.tsx";
import { useSheet } from "../sheet-context.tsx";
import { PlainField } from "../text/plain-field.tsx";
import { useAnswer } from "../use-answer.ts";
import type { BlockProps } from "./block-props.ts";
import { ScaleRow } from "./scale-row.tsx";

/** A rating, and why. */
export function Scale({ block, item, labelledBy, describedBy }: BlockProps<"scale">) {
	const words = useMessages().sheet;
	const { sheet, writable } = useSheet();
	const id = useId();
	const answer = useAnswer(scaleBlock, block, item);
	return (
		<>
			<ScaleRow
				scale={block.scale}
				value={answer.value}
				onChange={(value) => setScale(sheet.doc, block, item, value)}
				labelledBy={labelledBy}
				describedBy={describedBy}
			/>
			{block.reason && (
				<PlainField
					id={id}
					label={words.reason}
					value={answer.reason}
					onWrite={(text) => setScaleReason(sheet.doc, block, item, text)}
					readOnly={!writable}
					lines="many"
				/>
			)}
		</>
	);
}
