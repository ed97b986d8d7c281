import { lazy, Suspense } from "react";
import { nameOf } from "../../../worksheets/blocks/block-type.ts";
import { useMessages } from "../../i18n/provider.tsx";
import { QuestionBoundary } from "../question-boundary.tsx";
import { Contribution } from "../rich-text/contribution.tsx";
import { loadEditor } from "../rich-text/load-editor.ts";
import { PlainProse } from "../rich-text/plain-prose.tsx";
import type { BlockProps } from "./block-props.ts";
import { KeyMessage } from "./key-message.tsx";

const RichTextEditor = lazy(loadEditor);

/** A guiding question's prose, a way to add to it that needs no editor, and what it comes to. */
export function RichText({ block, item, labelledBy, describedBy }: BlockProps<"rich-text">) {
	const words = useMessages().sheet;
	const prose = <PlainProse block={block} item={item} labelledBy={labelledBy} />;
	return (
		<>
			<QuestionBoundary message={words.editorFailed} instead={prose}>
				<Suspense fallback={prose}>
					<RichTextEditor name={nameOf(block.id, item)} labelledBy={labelledBy} describedBy={describedBy} />
				</Suspense>
			</QuestionBoundary>
			<Contribution block={block} item={item} />
			{block.keyMessage && <KeyMessage block={block} item={item} />}
		</>
	);
}
