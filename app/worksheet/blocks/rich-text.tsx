import { nameOf } from "../../../worksheets/blocks/block-type.ts";
import { RichTextEditor } from "../rich-text/rich-text-editor.tsx";
import type { BlockProps } from "./block-props.ts";

/** A guiding question's prose. */
export function RichText({ block, item, labelledBy, describedBy }: BlockProps<"rich-text">) {
	return <RichTextEditor name={nameOf(block.id, item)} labelledBy={labelledBy} describedBy={describedBy} />;
}
