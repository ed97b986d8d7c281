import { type ReactNode, useEffect, useRef, useState, useSyncExternalStore } from "react";
import type { DocumentView } from "../../worksheets/contract/snapshot.ts";
import { useOpenSheets } from "../session/open-sheets.tsx";
import { useSnapshot } from "../session/session-provider.tsx";
import { acquireSheet, releaseSheet, type SheetEnd } from "./document/open-sheets.ts";
import type { SheetDocument } from "./document/sheet-document.ts";
import { sheetAsText } from "./sheet-as-text.ts";
import { useSheet } from "./sheet-context.tsx";

interface PairedSheetProps {
	document: DocumentView;
	/** Shown until the document is there. */
	waiting: ReactNode;
	children: (sheet: SheetDocument) => ReactNode;
}

/** Another document of the worksheet on the screen, open as long as this is shown. */
export function PairedSheet({ document, waiting, children }: PairedSheetProps) {
	const sheet = usePairedSheet(document.id);
	return sheet === null ? waiting : children(sheet);
}

/**
 * Votes and ratings lie in two documents of one worksheet: beside the sheet on the screen, this opens the other one. It
 * counts into the page's one line about how safe everything is, as every sheet does. Null where none is asked for, and
 * until it can be written in: a field that does not take a choice yet would swallow that of whoever is quick.
 */
export function usePairedSheet(documentId: string | null): SheetDocument | null {
	const { worksheet, language } = useSheet();
	return useSheetBeside(documentId, (sheet) => sheetAsText(sheet.doc, worksheet, language, false));
}

type AsText = (sheet: SheetDocument) => string;

/** The same for a document of another worksheet, which `asText` tells in words. */
export function useSheetBeside(documentId: string | null, asText: AsText): SheetDocument | null {
	const sheet = useOpened(documentId, asText);
	return useReported(documentId, sheet, asText) ? sheet : null;
}

function useOpened(documentId: string | null, asText: AsText): SheetDocument | null {
	const { gone, noteLate } = useOpenSheets();
	const { workshop, you } = useSnapshot();
	const [sheet, setSheet] = useState<SheetDocument | null>(null);
	const workshopId = workshop.id;
	const author = you.participantId ?? you.role;
	const displayName = you.name ?? "";
	const latest = useRef({ asText, keeps: workshop.status !== "ended" });
	latest.current = { asText, keeps: workshop.status !== "ended" };
	useEffect(() => {
		if (documentId === null) return;
		const options = { documentId, workshopId, author, keeps: latest.current.keeps };
		const replaced = (next: SheetDocument) => {
			setSheet(next);
			noteLate();
		};
		setSheet(acquireSheet(options, replaced));
		return () => {
			const ended = ({ sheet: left, late }: SheetEnd) => {
				gone(documentId, left.settled ? null : latest.current.asText(left));
				if (late) noteLate();
			};
			releaseSheet(options, ended, replaced);
			setSheet(null);
		};
	}, [documentId, workshopId, author, gone, noteLate]);
	useEffect(() => sheet?.introduce(displayName), [sheet, displayName]);
	return sheet;
}

/** Whether the sheet can be written in. */
function useReported(documentId: string | null, sheet: SheetDocument | null, asText: AsText): boolean {
	const { report, ready, leave } = useOpenSheets();
	const state = useSyncExternalStore(sheet?.onSaveState ?? never, sheet?.saveState ?? nothing, nothing);
	const latest = useRef(asText);
	latest.current = asText;
	useEffect(() => {
		if (documentId !== null && state !== null) report(documentId, state);
	}, [report, documentId, state]);
	useEffect(() => {
		if (documentId !== null && sheet !== null) return () => leave(documentId);
	}, [leave, documentId, sheet]);
	useEffect(() => {
		if (documentId === null || sheet === null) return;
		ready(documentId, { copyText: () => latest.current(sheet), retry: () => sheet.retry() });
	}, [ready, documentId, sheet]);
	return state !== null && (state.kind !== "loading" || state.recalled);
}

function never(): () => void {
	return () => {};
}

function nothing(): null {
	return null;
}
