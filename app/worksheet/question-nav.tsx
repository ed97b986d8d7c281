import { type RefObject, useEffect, useId, useRef, useState } from "react";
import type { ProgressState } from "../../worksheets/contract/snapshot.ts";
import { shownSections } from "../../worksheets/document/questions.ts";
import { useMessages } from "../i18n/provider.tsx";
import { Button } from "../ui/button.tsx";
import { VisuallyHidden } from "../ui/visually-hidden.tsx";
import type { SheetQuestion } from "./questions.ts";
import { useSheet } from "./sheet-context.tsx";

/** Drawn beside the word that means the same. */
const SYMBOLS: Record<ProgressState, string> = { empty: "○", started: "◐", done: "✓" };
/** Before what is generated of the answers. */
const VIEW_SYMBOL = "≡";

interface QuestionNavProps {
	questions: readonly SheetQuestion[];
	current: string;
	onGo: (name: string) => void;
}

/** All questions with their state: beside the text where there is room, on demand on phones. */
export function QuestionNav({ questions, current, onGo }: QuestionNavProps) {
	const words = useMessages().sheet;
	const id = useId();
	const [open, setOpen] = useState(false);
	const list = useCurrentInView(current);
	const asked = questions.filter(({ number }) => number !== null);
	const done = asked.filter((question) => question.state === "done").length;
	const go = (name: string) => {
		setOpen(false);
		onGo(name);
	};
	return (
		<nav className="sheet-nav" aria-label={words.questions}>
			<p className="sheet-nav__done">{words.doneOf(done, asked.length)}</p>
			<Button
				className="sheet-nav__toggle"
				variant="tertiary"
				icon={open ? "close" : "chevron-down"}
				aria-expanded={open}
				aria-controls={id}
				onClick={() => setOpen(!open)}
			>
				{words.allQuestions}
			</Button>
			<div ref={list} id={id} className={open ? "sheet-nav__list sheet-nav__list--open" : "sheet-nav__list"}>
				{groupsOf(questions).map((group) => (
					<QuestionGroup key={group.key} group={group} current={current} onGo={go} />
				))}
			</div>
		</nav>
	);
}

/** Scrolls the list, and only the list, to the question that is shown. */
function useCurrentInView(current: string): RefObject<HTMLDivElement> {
	const list = useRef<HTMLDivElement>(null);
	// biome-ignore lint/correctness/useExhaustiveDependencies: another question is what the list has to follow
	useEffect(() => {
		const box = list.current;
		const entry = box?.querySelector<HTMLElement>("[aria-current]");
		if (!box || !entry) return;
		const hidden =
			entry.offsetTop < box.scrollTop || entry.offsetTop + entry.offsetHeight > box.scrollTop + box.clientHeight;
		if (hidden) box.scrollTop = entry.offsetTop - box.clientHeight / 3;
	}, [current]);
	return list;
}

interface Group {
	key: string;
	section: string;
	item: string | undefined;
	questions: SheetQuestion[];
}

/** Questions in a row that share a section and, where it repeats, a thing they are asked about. */
function groupsOf(questions: readonly SheetQuestion[]): Group[] {
	const groups: Group[] = [];
	for (const question of questions) {
		const last = groups.at(-1);
		if (last !== undefined && last.section === question.section && last.item === question.item?.label) {
			last.questions.push(question);
		} else {
			const { section, item, name } = question;
			groups.push({ key: name, section, item: item?.label, questions: [question] });
		}
	}
	return groups;
}

interface QuestionGroupProps extends Pick<QuestionNavProps, "current" | "onGo"> {
	group: Group;
}

function QuestionGroup({ group, current, onGo }: QuestionGroupProps) {
	const words = useMessages().sheet;
	const { worksheet, language } = useSheet();
	const id = useId();
	const sections = shownSections(worksheet);
	const title = sections.find((section) => section.id === group.section)?.title[language] ?? "";
	const labels = new Map(sections.flatMap(({ blocks }) => blocks.map((block) => [block.id, block.label[language]])));
	return (
		<div className="sheet-nav__group">
			<p id={id} className="sheet-nav__title">
				{group.item === undefined ? title : `${title}: ${group.item}`}
			</p>
			<ul aria-labelledby={id}>
				{group.questions.map((question) => (
					<li key={question.name}>
						<button
							type="button"
							className={`sheet-nav__question sheet-nav__question--${question.number === null ? "view" : question.state}`}
							aria-current={question.name === current ? "step" : undefined}
							onClick={() => onGo(question.name)}
						>
							<span className="sheet-nav__symbol" aria-hidden="true">
								{question.number === null ? VIEW_SYMBOL : SYMBOLS[question.state]}
							</span>
							<span className="sheet-nav__text">
								{question.number !== null && (
									<>
										<VisuallyHidden>{words.question(question.number)}: </VisuallyHidden>
										<span aria-hidden="true">{question.number} </span>
									</>
								)}
								{labels.get(question.block)}
							</span>
							<span className="sheet-nav__state">
								{question.number === null ? words.view : words.states[question.state]}
							</span>
						</button>
					</li>
				))}
			</ul>
		</div>
	);
}
