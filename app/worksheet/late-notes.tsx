import { nameOf } from "../../worksheets/blocks/block-type.ts";
import type { LateContribution } from "../../worksheets/contract/late.ts";
import { useFormat } from "../i18n/format.ts";
import { useMessages } from "../i18n/provider.tsx";
import type { SheetQuestion } from "./questions.ts";

interface LateNotesProps {
	late: readonly LateContribution[];
	question: SheetQuestion;
	/** Names of all questions of the sheet: what is about none of them stands at the first of its block. */
	names: readonly string[];
}

/** What came to this question when the sheet was closed: below the answer, and no part of it. */
export function LateNotes({ late, question, names }: LateNotesProps) {
	const words = useMessages().sheet;
	const format = useFormat();
	const first = names.find((name) => name === question.block || name.startsWith(`${question.block}/`));
	const isHere = (name: string) => name === question.name || (!names.includes(name) && first === question.name);
	const notes = late.flatMap(({ id, at, participant, answers }) =>
		answers
			.filter(({ block, item }) => block === question.block && isHere(nameOf(block, item)))
			.map(({ item, text }) => ({ key: `${id} ${item ?? ""}`, by: participant?.name ?? words.facilitation, at, text })),
	);
	if (notes.length === 0) return null;
	return (
		<ul className="sheet-late">
			{notes.map(({ key, by, at, text }) => (
				<li key={key}>
					<p className="sheet-late__by">{words.lateBy(by, format.time(at))}:</p>
					<p className="sheet-late__text">{text}</p>
				</li>
			))}
		</ul>
	);
}
