import { type ReactNode, useEffect, useState, useSyncExternalStore } from "react";
import type { Snapshot } from "../../../../worksheets/contract/snapshot.ts";
import { useOpenSheets } from "../../../session/open-sheets.tsx";
import { useSnapshot } from "../../../session/session-provider.tsx";
import { acquireSheet, releaseSheet, type SheetEnd } from "../../document/open-sheets.ts";
import type { SheetDocument } from "../../document/sheet-document.ts";

interface PairedSheetProps {
	documentId: string;
	/** Shown until the document is there. */
	waiting: ReactNode;
	/** What a person would lose where their last change does not reach the server. */
	asText: (sheet: SheetDocument) => string;
	children: (sheet: SheetDocument) => ReactNode;
}

/**
 * A decision lies in two documents: beside the sheet on the screen, this opens the other one. It counts into the
 * page's one line about how safe everything is, as every sheet does.
 */
export function PairedSheet({ documentId, waiting, asText, children }: PairedSheetProps) {
	const snapshot = useSnapshot();
	const sheet = usePaired(documentId, snapshot, asText);
	return sheet === null ? waiting : <Reported {...{ documentId, sheet, waiting, asText, children }} />;
}

function usePaired(documentId: string, snapshot: Snapshot, asText: PairedSheetProps["asText"]): SheetDocument | null {
	const { gone, noteLate } = useOpenSheets();
	const [sheet, setSheet] = useState<SheetDocument | null>(null);
	const workshopId = snapshot.workshop.id;
	const author = snapshot.you.participantId ?? snapshot.you.role;
	const keeps = snapshot.workshop.status !== "ended";
	const displayName = snapshot.you.name ?? "";
	// biome-ignore lint/correctness/useExhaustiveDependencies: opened once; what is said at its end may be older
	useEffect(() => {
		const options = { documentId, workshopId, author, keeps };
		const replaced = (next: SheetDocument) => {
			setSheet(next);
			noteLate();
		};
		setSheet(acquireSheet(options, replaced));
		return () => {
			const ended = ({ sheet: left, late }: SheetEnd) => {
				gone(documentId, left.settled ? null : asText(left));
				if (late) noteLate();
			};
			releaseSheet(options, ended, replaced);
			setSheet(null);
		};
	}, [documentId, workshopId, author]);
	useEffect(() => sheet?.introduce(displayName), [sheet, displayName]);
	return sheet;
}

function Reported({ documentId, sheet, waiting, asText, children }: PairedSheetProps & { sheet: SheetDocument }) {
	const { report, ready, leave } = useOpenSheets();
	const state = useSyncExternalStore(sheet.onSaveState, sheet.saveState);
	useEffect(() => report(documentId, state), [report, documentId, state]);
	useEffect(() => () => leave(documentId), [leave, documentId]);
	useEffect(() => {
		ready(documentId, { copyText: () => asText(sheet), retry: () => sheet.retry() });
	}, [ready, documentId, sheet, asText]);
	// A field that does not take a choice yet would swallow that of whoever is quick.
	return state.kind === "loading" && !state.recalled ? waiting : children(sheet);
}
