import { shownSections } from "../../worksheets/document/questions.ts";
import { useMessages } from "../i18n/provider.tsx";
import { Button } from "../ui/button.tsx";
import { useSheet } from "./sheet-context.tsx";

interface WaitingQuestionProps {
	/** Id of the ranking block that comes first. */
	waitsFor: string | undefined;
	/** The question it is answered in; null where it is not shown here. */
	source: string | null;
	onGo: (name: string | null) => void;
}

/** Stands where a question repeats over a choice that nobody has made yet. */
export function WaitingQuestion({ waitsFor, source, onGo }: WaitingQuestionProps) {
	const words = useMessages().sheet;
	const { worksheet, language } = useSheet();
	const blocks = shownSections(worksheet).flatMap((section) => section.blocks);
	const label = blocks.find((block) => block.id === waitsFor)?.label[language] ?? "";
	return (
		<div className="sheet-waiting">
			<p>{words.chooseFirst(label)}</p>
			{source !== null && <Button onClick={() => onGo(source)}>{words.chooseFirstLink}</Button>}
		</div>
	);
}
