import type { BlockOf } from "../../../worksheets/blocks/definitions.ts";
import { proseOf, richTextBlock } from "../../../worksheets/blocks/rich-text.ts";
import { plainLines } from "../../../worksheets/report/plain-lines.ts";
import { useMessages } from "../../i18n/provider.tsx";
import { useAnswer } from "../use-answer.ts";

interface PlainProseProps {
	block: BlockOf<"rich-text">;
	item: string | undefined;
	labelledBy: string;
}

/** An answer as it stands, to read where there is no editor for it: not yet, or not at all. */
export function PlainProse({ block, item, labelledBy }: PlainProseProps) {
	const words = useMessages().sheet;
	const blocks = proseOf(useAnswer(richTextBlock, block, item));
	const text = plainLines([{ kind: "rich-text", blocks }]).join("\n");
	return (
		<section className="sheet-editor sheet-editor--plain" aria-labelledby={labelledBy}>
			{text === "" ? <p className="sheet-muted">{words.nothingWritten}</p> : <p className="sheet-prose">{text}</p>}
		</section>
	);
}
