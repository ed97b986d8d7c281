import type { Language, Localized } from "../contract/languages.ts";
import type { Worksheet } from "../schema/worksheet.ts";
import { splitName } from "./names.ts";

/**
 * What a question is called, told by the definition alone: what its block asks (its name where the sheet does not ask
 * it), after what it is asked about where the block repeats. `ownEntry` stands for what people have named by themselves.
 */
export function questionLabel(worksheet: Worksheet, question: string, language: Language, ownEntry: string): string {
	const text = partsOf(worksheet, question).asked?.[language] ?? question;
	const subject = questionSubject(worksheet, question, language, ownEntry);
	return subject === null ? text : `${subject}: ${text}`;
}

/** What it is asked about; null where its block does not repeat. */
export function questionSubject(
	worksheet: Worksheet,
	question: string,
	language: Language,
	ownEntry: string,
): string | null {
	const { about } = partsOf(worksheet, question);
	if (about === undefined) return null;
	return about === null ? ownEntry : about[language];
}

interface LabelParts {
	asked: Localized | null;
	/** Null for an own entry; absent where the block does not repeat. */
	about?: Localized | null;
}

function partsOf({ sections }: Worksheet, question: string): LabelParts {
	const { block: id, item } = splitName(question) ?? { block: question, item: undefined };
	const blocks = sections.flatMap((section) => section.blocks);
	const block = blocks.find((candidate) => candidate.id === id);
	const asked = block?.label ?? null;
	if (item === undefined) return { asked };
	const source = blocks.find((candidate) => candidate.id === block?.repeat?.over);
	const option = source?.type === "ranking" ? source.options.find((candidate) => candidate.id === item) : undefined;
	return { asked, about: option?.label ?? null };
}
