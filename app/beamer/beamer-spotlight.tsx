import { lazy, Suspense, useCallback, useEffect } from "react";
import type { Language } from "../../worksheets/contract/languages.ts";
import type { Snapshot } from "../../worksheets/contract/snapshot.ts";
import { shownSheet } from "../../worksheets/contract/spotlight.ts";
import type { Answered } from "../../worksheets/document/read.ts";
import type { ReportNode } from "../../worksheets/report/nodes.ts";
import { useMessages } from "../i18n/provider.tsx";
import type { Worksheets } from "../session/phase-sheets-view.tsx";
import { sheetOwner } from "../session/sheet-name.ts";
import { useHydrated } from "../session/use-hydrated.ts";
import { ErrorBoundary } from "../ui/error-boundary.tsx";
import { ReportView } from "../ui/report-view.tsx";

/** It brings the document and its line. */
const ShownSheet = lazy(async () => ({ default: (await import("../worksheet/sheet.tsx")).ShownSheet }));

const RELOAD_AFTER_MS = 10_000;

/** The sheet that the room is shown, or one of its answers: as it is being written. */
export function BeamerSpotlight({ snapshot, worksheets }: { snapshot: Snapshot; worksheets: Worksheets }) {
	const messages = useMessages();
	const { projector: beamer } = messages.facilitator;
	const hydrated = useHydrated();
	const shown = shownSheet(snapshot.spotlight);
	const question = shown?.question ?? null;
	const pick = useCallback((answered: Answered) => only(answered, question), [question]);
	const document = snapshot.documents.find(({ id }) => id === shown?.document);
	const worksheet = document && worksheets[document.worksheet];
	if (document === undefined || worksheet === undefined) return <p>{beamer.loading}</p>;
	const { language } = snapshot.workshop;
	return (
		<>
			<h1 className="beamer__shown">
				{sheetOwner(snapshot, document, messages)}: <span lang={language}>{worksheet.title[language]}</span>
			</h1>
			{hydrated && (
				<ErrorBoundary fallback={<ReloadSoon />}>
					<Suspense fallback={<p>{beamer.loading}</p>}>
						<ShownSheet
							key={document.id}
							document={document}
							worksheet={worksheet}
							own={snapshot.workshop}
							language={language}
							workshopId={snapshot.workshop.id}
							author={snapshot.you.role}
							keeps={false}
							displayName=""
							pick={pick}
						>
							{(report) => <Report report={report} isWhole={question === null} language={language} />}
						</ShownSheet>
					</Suspense>
				</ErrorBoundary>
			)}
		</>
	);
}

interface ReportProps {
	/** Null while there is none to read yet. */
	report: readonly ReportNode[] | null;
	isWhole: boolean;
	language: Language;
}

function Report({ report, isWhole, language }: ReportProps) {
	const { projector: beamer } = useMessages().facilitator;
	if (report === null) return <p>{beamer.loading}</p>;
	if (report.length === 0) return <p>{beamer.nothingYet}</p>;
	return (
		<div className={isWhole ? "beamer-sheet beamer-sheet--whole" : "beamer-sheet beamer-sheet--one"} lang={language}>
			<ReportView nodes={report} below={1} />
		</div>
	);
}

/** Nobody stands at a projector to press a button: what could not be fetched is fetched with the page. */
function ReloadSoon() {
	const { projector: beamer } = useMessages().facilitator;
	useEffect(() => {
		const timer = setTimeout(() => window.location.reload(), RELOAD_AFTER_MS);
		return () => clearTimeout(timer);
	}, []);
	return <p>{beamer.loading}</p>;
}

/** The sheet with nothing but that question's answer; where none is named, with all that has been answered. */
function only(answered: Answered, question: string | null): Answered {
	const sections = answered.sections.flatMap((section) => {
		const blocks = section.blocks.flatMap((block) => {
			const answers = block.answers.filter(({ name, empty }) => (question === null ? !empty : name === question));
			return answers.length === 0 ? [] : [{ ...block, answers }];
		});
		return blocks.length === 0 ? [] : [{ ...section, blocks }];
	});
	return { ...answered, sections };
}
