import { lazy, type ReactNode, Suspense, useCallback, useEffect } from "react";
import type { Language } from "../../worksheets/contract/languages.ts";
import type { DocumentView, Snapshot } from "../../worksheets/contract/snapshot.ts";
import type { Worksheet } from "../../worksheets/schema/worksheet.ts";
import { useMessages } from "../i18n/provider.tsx";
import { Alert } from "../ui/alert.tsx";
import { Button } from "../ui/button.tsx";
import { ErrorBoundary } from "../ui/error-boundary.tsx";
import { loadEditor } from "../worksheet/rich-text/load-editor.ts";
import type { SaveState, SheetHandle, SheetProps } from "../worksheet/sheet-props.ts";
import { StaticSheet } from "../worksheet/static-sheet.tsx";
import { Terms } from "../worksheet/terms.tsx";
import { FetchedPart } from "./fetched-part.tsx";
import { useOpenSheets } from "./open-sheets.tsx";
import { tableSheets } from "./table/table-sheets.ts";
import { useHydrated } from "./use-hydrated.ts";

/** The editors and their CRDT come after the page: question texts never wait for them. */
const Sheet = lazy(() => {
	// On its way at the same time; whoever shows it hears of a failure.
	loadEditor().catch(() => {});
	return import("../worksheet/sheet.tsx");
});

const Round = lazy(async () => ({ default: (await import("./table/round.tsx")).Round }));

export interface SheetPanelProps {
	snapshot: Snapshot;
	document: DocumentView;
	/** The phase in which it is laid out; absent where it was taken out of a list. */
	phase?: string | undefined;
	worksheet: Worksheet;
	sections?: readonly string[] | undefined;
	readOnly?: boolean | undefined;
	/** The question to begin with: its name in the document. */
	question?: string | null | undefined;
	onWriters?: ((writers: readonly string[]) => void) | undefined;
	planTools?: SheetProps["planTools"];
	answerTools?: SheetProps["answerTools"];
}

/**
 * One worksheet: its questions at once, its editors as soon as the browser has them. Its terms stand apart, so that
 * what somebody unfolded to read stays unfolded when the editors take the place of the text.
 */
export function SheetPanel(props: SheetPanelProps) {
	const { snapshot, worksheet, document } = props;
	const { terms } = worksheet;
	const sheets = tableSheets(snapshot, document);
	return (
		<>
			{terms && <Terms terms={terms} language={snapshot.workshop.language} />}
			{sheets.length === 0 ? <Questions {...props} /> : <HandedRound {...props} sheets={sheets} />}
		</>
	);
}

/** Where several people sit at this device: one after the other. */
function HandedRound({ sheets, ...props }: SheetPanelProps & { sheets: DocumentView[] }) {
	if (!useHydrated()) return <Questions {...props} readOnly />;
	return (
		<FetchedPart>
			<Round {...props} sheets={sheets}>
				{(sheet) => <Questions key={sheet.id} {...props} document={sheet} />}
			</Round>
		</FetchedPart>
	);
}

function Questions({
	snapshot,
	document,
	worksheet,
	sections,
	readOnly,
	question,
	onWriters,
	planTools,
	answerTools,
}: SheetPanelProps) {
	const hydrated = useHydrated();
	const { report, ready, leave, gone, noteLate } = useOpenSheets();
	const { id } = document;
	const onSaveState = useCallback((state: SaveState) => report(id, state), [report, id]);
	const onReady = useCallback((sheet: SheetHandle) => ready(id, sheet), [ready, id]);
	const onGone = useCallback((lost: string | null) => gone(id, lost), [gone, id]);
	useEffect(() => () => leave(id), [leave, id]);

	const language: Language = snapshot.workshop.language;
	const questions = <StaticSheet worksheet={worksheet} sections={sections} language={language} />;
	if (!hydrated) return questions;
	return (
		<ErrorBoundary fallback={<SheetFailed>{questions}</SheetFailed>}>
			<Suspense fallback={questions}>
				<SheetTexts />
				<Sheet
					key={id}
					document={document}
					worksheet={worksheet}
					own={snapshot.workshop}
					sections={sections}
					readOnly={readOnly}
					muted={snapshot.you.muted}
					question={question}
					language={language}
					workshopId={snapshot.workshop.id}
					author={snapshot.you.participantId ?? snapshot.you.role}
					keeps={snapshot.workshop.status !== "ended"}
					displayName={snapshot.you.name ?? ""}
					onSaveState={onSaveState}
					onWriters={onWriters}
					onReady={onReady}
					onGone={onGone}
					onLate={noteLate}
					planTools={planTools}
					answerTools={answerTools}
				/>
			</Suspense>
		</ErrorBoundary>
	);
}

/** Asks for what the sheet says while the sheet itself is on its way; one after the other would take twice as long. */
function SheetTexts() {
	void useMessages().sheet;
	return null;
}

function SheetFailed({ children }: { children: ReactNode }) {
	const { session } = useMessages();
	return (
		<>
			<Alert kind="danger" title={session.sheetFailed}>
				<div className="cluster">
					<Button onClick={() => window.location.reload()}>{session.reload}</Button>
				</div>
			</Alert>
			{children}
		</>
	);
}
