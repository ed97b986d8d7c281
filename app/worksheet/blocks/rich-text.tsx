import { nameOf } from "../../../worksheets/blocks/block-type.ts";
import { RichTextEditor } from "../rich-text/rich-text-editor.tsx";
import type { BlockProps } from "./block-props.ts";
import { KeyMessage } from "./key-message.tsx";

/** A guiding question's prose, and what it comes to. */
export function RichText(props: BlockProps<"rich-text">) {
	const { block, item, labelledBy, describedBy } = props;
	return (
		<>
			<RichTextEditor name={nameOf(block.id, item)} labelledBy={labelledBy} describedBy={describedBy} />
			{block.keyMessage && <KeyMessage {...props} />}
		</>
	);
}
