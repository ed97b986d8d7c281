import "../parsing.ts";
import { useCallback, useEffect, useMemo, useState, useSyncExternalStore } from "react";
import type { LateContribution } from "../../worksheets/contract/late.ts";
import { useMessages } from "../i18n/provider.tsx";
import { fetchBlocks } from "./blocks/registry.tsx";
import { docValue } from "./document/doc-value.ts";
import { draftMemory } from "./document/drafts.ts";
import type { SheetDocument } from "./document/sheet-document.ts";
import { Question } from "./question.tsx";
import { QuestionNav } from "./question-nav.tsx";
import { readQuestions } from "./questions.ts";
import { sheetAsText } from "./sheet-as-text.ts";
import { type OpenSheet, SheetProvider, useSheet } from "./sheet-context.tsx";
import type { SheetProps } from "./sheet-props.ts";
import { StaticSheet } from "./static-sheet.tsx";
import { useAsked } from "./use-asked.ts";
import { useLate } from "./use-late.ts";
import { useSheetDocument } from "./use-sheet-document.ts";

export { ShownSheet } from "./shown-sheet.tsx";

/** The list of questions may lag behind the writing by this much, in milliseconds. */
const LIST_EVERY_MS = 250;

/** A worksheet for filling in together. Loaded on its own: it brings the document, the line and the editors. */
export default function Sheet(kept: SheetProps) {
	const worksheet = useAsked(kept);
	const props = { ...kept, worksheet };
	const { sections, language } = props;
	const sheet = useSheetDocument(props);
	if (sheet === null) return <StaticSheet worksheet={worksheet} sections={sections} language={language} />;
	return <Connected {...props} sheet={sheet} />;
}

function Connected(props: SheetProps & { sheet: SheetDocument }) {
	const { sheet, document, worksheet, sections, readOnly, muted, language, workshopId, author } = props;
	const { onSaveState, onWriters, onReady, planTools, answerTools } = props;
	const words = useMessages().sheet;
	const scope = document.scope.kind;
	const outside = document.outside === true;
	const saveState = useSyncExternalStore(sheet.onSaveState, sheet.saveState);
	const writers = useSyncExternalStore(sheet.onWriters, sheet.writers);

	useEffect(() => onSaveState(saveState), [onSaveState, saveState]);
	useEffect(() => onWriters?.(writers), [onWriters, writers]);
	useEffect(() => () => onWriters?.([]), [onWriters]);
	useEffect(() => {
		onReady?.({
			copyText: () => sheetAsText(sheet.doc, worksheet, language, outside),
			retry: () => sheet.retry(),
		});
	}, [onReady, sheet, worksheet, language, outside]);

	const mayWrite = document.access === "write" && readOnly !== true;
	const isKept = muted && readOnly !== true && scope === "group" && !outside;
	const whyReadOnly = document.locked ? words.locked : isKept ? words.muted : words.readOnly;
	useEffect(() => {
		// What was refused while the sheet was locked is offered again.
		if (mayWrite && sheet.saveState().kind === "failed") sheet.retry();
	}, [mayWrite, sheet]);

	useEffect(fetchBlocks, []);
	const late = useLate(document.id, document.late);
	const keepsJournal = useSyncExternalStore(sheet.onSaveState, sheet.keepsJournal);
	const isThere = saveState.kind !== "loading" || saveState.recalled;
	const writable = mayWrite && saveState.kind !== "late" && isThere;
	const open = useMemo<OpenSheet>(
		() => ({
			sheet,
			documentId: document.id,
			worksheet,
			language,
			scope,
			outside,
			writable,
			planTools,
			answerTools,
			agreed: false,
			draft: (question) => draftMemory(workshopId, author, document.id, question),
		}),
		[sheet, worksheet, language, scope, outside, writable, planTools, answerTools, workshopId, author, document.id],
	);
	// A field that does not take letters yet would swallow those of whoever is quick.
	if (!isThere) return <StaticSheet worksheet={worksheet} sections={sections} language={language} />;
	return (
		<SheetProvider value={open}>
			<div className="sheet">
				{worksheet.notice && <p className="sheet-notice">{worksheet.notice[language]}</p>}
				{!mayWrite && <p className="sheet-notice">{whyReadOnly}</p>}
				{mayWrite && !keepsJournal && <p className="sheet-notice">{words.noJournal}</p>}
				<Questions sections={sections} late={late} asked={props.question ?? null} />
			</div>
		</SheetProvider>
	);
}

interface QuestionsProps {
	sections: readonly string[] | undefined;
	late: readonly LateContribution[];
	asked: string | null;
}

function Questions({ sections, late, asked }: QuestionsProps) {
	const { sheet, worksheet, language } = useSheet();
	const [wanted, setWanted] = useState<{ name: string; index: number } | null>(null);
	useEffect(() => {
		if (asked !== null) setWanted(null);
	}, [asked]);
	// Callers may pass a new array with the same ids each time.
	const key = sections?.join(" ");
	const list = useMemo(() => {
		const only = key?.split(" ");
		return docValue(sheet.doc, () => readQuestions(sheet.doc, worksheet, language, only), LIST_EVERY_MS);
	}, [sheet, worksheet, language, key]);
	const questions = useSyncExternalStore(list.subscribe, list.get);

	const found = questions.findIndex((question) => question.name === (wanted?.name ?? asked));
	// A question that is gone (its module was deselected) leaves its place to the next one.
	const index = found >= 0 ? found : Math.min(wanted?.index ?? 0, questions.length - 1);
	const question = questions[index];
	const go = useCallback(
		(name: string | null) => {
			const at = questions.findIndex((candidate) => candidate.name === name);
			if (name !== null && at >= 0) setWanted({ name, index: at });
		},
		[questions],
	);
	const names = useMemo(() => questions.map(({ name }) => name), [questions]);
	const section = worksheet.sections.find(({ id }) => id === question?.section);
	const block = section?.blocks.find(({ id }) => id === question?.block);
	if (question === undefined || section === undefined || block === undefined) return null;
	// Nothing to go to, and nothing to count.
	const isAlone = questions.length === 1 && question.number === null;
	return (
		<div className="sheet__columns">
			{isAlone ? null : <QuestionNav questions={questions} current={question.name} onGo={go} />}
			<Question
				// Editors belong to their document, and that one is replaced where its last words came too late.
				key={`${sheet.doc.guid} ${question.name}`}
				question={question}
				section={section}
				block={block}
				count={questions.filter(({ number }) => number !== null).length}
				entered={wanted !== null}
				onGo={go}
				previous={questions[index - 1]?.name ?? null}
				next={questions[index + 1]?.name ?? null}
				late={late}
				names={names}
				source={questions.find((candidate) => candidate.block === question.waitsFor)?.name ?? null}
			/>
		</div>
	);
}
