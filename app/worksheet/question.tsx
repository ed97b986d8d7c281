import { type KeyboardEvent, lazy, Suspense, useEffect, useId, useRef } from "react";
import type { Block } from "../../worksheets/blocks/definitions.ts";
import type { LateContribution } from "../../worksheets/contract/late.ts";
import { setDone } from "../../worksheets/document/done.ts";
import type { Section } from "../../worksheets/schema/worksheet.ts";
import { useMessages } from "../i18n/provider.tsx";
import { useAnnounce } from "../ui/announce.tsx";
import { Button } from "../ui/button.tsx";
import { Disclosure } from "../ui/disclosure.tsx";
import { ErrorBoundary } from "../ui/error-boundary.tsx";
import { BlockView } from "./blocks/registry.tsx";
import { LateNotes } from "./late-notes.tsx";
import { QuestionBoundary } from "./question-boundary.tsx";
import type { SheetQuestion } from "./questions.ts";
import { RatedFirst } from "./rating/rated-first.tsx";
import { useSheet } from "./sheet-context.tsx";
import { WaitingQuestion } from "./waiting-question.tsx";

/** Only where somebody may make measures of answers. */
const Offered = lazy(() => import("./offered.tsx"));

interface QuestionProps {
	question: SheetQuestion;
	section: Section;
	block: Block;
	/** How many questions there are to answer. */
	count: number;
	/** Whether people came here from another question, rather than by opening the sheet. */
	entered: boolean;
	/** Goes to a question by its name; null does nothing. */
	onGo: (name: string | null) => void;
	previous: string | null;
	next: string | null;
	/** What came when the sheet was closed, and the names of all its questions. */
	late: readonly LateContribution[];
	names: readonly string[];
	/** The question in which what this one waits for is chosen, where it is shown here. */
	source: string | null;
}

/** One question with its answer, its done mark and the way to the neighbours. */
export function Question(props: QuestionProps) {
	const { question, section, block, count, entered, onGo, previous, next, late, names, source } = props;
	const words = useMessages().sheet;
	const announce = useAnnounce();
	const { sheet, language, writable, answerTools } = useSheet();
	const id = useId();
	const heading = useRef<HTMLHeadingElement>(null);
	const done = question.state === "done";
	const waiting = question.waitsFor !== undefined;
	const opensSection = section.blocks[0]?.id === block.id;

	useEffect(() => {
		if (entered) heading.current?.focus();
	}, [entered]);

	const { number } = question;
	const markable = number !== null && !waiting && writable;

	const mark = (wanted: boolean) => {
		if (number === null) return;
		setDone(sheet.doc, question.name, wanted);
		announce(wanted ? words.markedDone(number) : words.reopened(number));
	};
	const onKeyDown = (event: KeyboardEvent) => {
		if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey) || event.altKey || !markable) return;
		// A form with something of its own to send takes the keys itself.
		if (event.target instanceof Element && event.target.closest("[data-draft]") !== null) return;
		event.preventDefault();
		event.stopPropagation();
		if (!done) mark(true);
		onGo(next);
	};
	const described = [block.hint && `${id}-hint`, block.example && `${id}-example`].filter(Boolean).join(" ");

	return (
		<article className="sheet-question" aria-labelledby={id} onKeyDownCapture={onKeyDown}>
			<p className="sheet-question__count">
				{number === null ? words.view : words.questionOf(number, count)}
				<span className="sheet-muted"> · {section.title[language]}</span>
			</p>
			{question.item && <p className="sheet-question__item">{question.item.label}</p>}
			<h2 id={id} ref={heading} tabIndex={-1}>
				{block.label[language]}
				{block.optional && <span className="sheet-optional"> {words.optional}</span>}
			</h2>
			{question.item?.retired && <p className="sheet-muted">{words.retired}</p>}
			{opensSection && section.notice && <p className="sheet-notice">{section.notice[language]}</p>}
			{opensSection && section.intro && <p>{section.intro[language]}</p>}
			{block.hint && (
				<Disclosure summary={words.hint} open>
					<p id={`${id}-hint`}>{block.hint[language]}</p>
				</Disclosure>
			)}
			{block.example && (
				<Disclosure summary={words.example}>
					<p id={`${id}-example`}>{block.example[language]}</p>
				</Disclosure>
			)}
			<QuestionBoundary message={words.failedToShow}>
				{waiting ? (
					<WaitingQuestion waitsFor={question.waitsFor} source={source} onGo={onGo} />
				) : (
					<RatedFirst block={block} item={question.item?.id} question={question.name} labelledBy={id}>
						<BlockView
							block={block}
							item={question.item?.id}
							labelledBy={id}
							describedBy={described === "" ? undefined : described}
						/>
					</RatedFirst>
				)}
			</QuestionBoundary>
			{answerTools && !waiting && (
				<ErrorBoundary fallback={null}>
					<Suspense>
						<Offered section={section.id} block={block.id} question={question.name} Tools={answerTools} />
					</Suspense>
				</ErrorBoundary>
			)}
			<LateNotes late={late} question={question} names={names} />
			{(previous ?? next) === null && number === null ? null : (
				<div className="sheet-question__steps">
					<Button variant="tertiary" icon="chevron-left" disabled={previous === null} onClick={() => onGo(previous)}>
						{words.previous}
					</Button>
					{markable && (
						<Button
							variant={done ? "secondary" : "primary"}
							icon={done ? "undo" : "check"}
							className="sheet-question__mark"
							title={words.shortcut}
							onClick={() => mark(!done)}
						>
							{done ? words.reopen : words.markDone}
						</Button>
					)}
					<Button
						variant="tertiary"
						icon="chevron-right"
						className="sheet-question__next"
						disabled={next === null}
						onClick={() => onGo(next)}
					>
						{words.next}
					</Button>
				</div>
			)}
		</article>
	);
}
