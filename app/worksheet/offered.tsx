import { type ComponentType, useMemo, useSyncExternalStore } from "react";
import { readWorksheet } from "../../worksheets/document/read.ts";
import { takeablesIn } from "../../worksheets/plan/takeable.ts";
import type { AnswerToolsProps } from "./answer-tools.ts";
import { docValue } from "./document/doc-value.ts";
import { useSheet } from "./sheet-context.tsx";

interface OfferedProps {
	section: string;
	block: string;
	question: string;
	Tools: ComponentType<AnswerToolsProps>;
}

/** While somebody types, what is offered may lag behind by this much, in milliseconds. */
const READ_EVERY_MS = 250;

/** What the answer to a question offers as measures, with the tools to take it. Nothing where it offers none. */
export default function Offered({ section, block, question, Tools }: OfferedProps) {
	const { sheet, worksheet, language, outside } = useSheet();
	const { doc } = sheet;
	const value = useMemo(() => {
		const read = () =>
			readWorksheet(doc, worksheet, { sections: [section], outside })
				.sections.flatMap(({ blocks }) => blocks)
				.filter(({ definition }) => definition.id === block)
				.flatMap((found) =>
					found.answers
						.filter(({ name }) => name === question)
						.flatMap((answer) => takeablesIn(found, answer, language)),
				);
		return docValue(doc, read, READ_EVERY_MS);
	}, [doc, worksheet, section, block, question, outside, language]);
	const offered = useSyncExternalStore(value.subscribe, value.get);
	return offered.length === 0 ? null : <Tools offered={offered} />;
}
