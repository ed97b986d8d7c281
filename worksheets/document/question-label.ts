import type { Localized } from "../contract/languages.ts";
import type { Worksheet } from "../schema/worksheet.ts";
import { splitName } from "./names.ts";

/** What a question is called, told by the definition alone. */
export interface QuestionLabel {
	/** What its block asks; its name where the sheet does not ask it. */
	asked: Localized | string;
	/** What it is asked about, where the block repeats; null for what people have named by themselves. */
	about?: Localized | null;
}

export function questionLabel({ sections }: Worksheet, question: string): QuestionLabel {
	const { block: id, item } = splitName(question) ?? { block: question, item: undefined };
	const blocks = sections.flatMap((section) => section.blocks);
	const block = blocks.find((candidate) => candidate.id === id);
	const asked = block?.label ?? question;
	if (item === undefined) return { asked };
	const source = blocks.find((candidate) => candidate.id === block?.repeat?.over);
	const option = source?.type === "ranking" ? source.options.find((candidate) => candidate.id === item) : undefined;
	return { asked, about: option?.label ?? null };
}
