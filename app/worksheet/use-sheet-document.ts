import { useEffect, useRef, useState } from "react";
import { acquireSheet, releaseSheet, type SheetEnd } from "./document/open-sheets.ts";
import type { SheetDocument } from "./document/sheet-document.ts";
import { sheetAsText } from "./sheet-as-text.ts";
import type { SheetProps } from "./sheet-props.ts";

export type OpenedProps = Pick<
	SheetProps,
	"document" | "worksheet" | "language" | "workshopId" | "author" | "keeps" | "displayName" | "onGone" | "onLate"
>;

/** Opens the document in an effect, so that neither the server nor a discarded rendering ever dials. */
export function useSheetDocument(props: OpenedProps): SheetDocument | null {
	const { document, workshopId, author, displayName } = props;
	const [sheet, setSheet] = useState<SheetDocument | null>(null);
	const documentId = document.id;
	const latest = useRef(props);
	latest.current = props;
	useEffect(() => {
		const options = { documentId, workshopId, author, keeps: latest.current.keeps };
		const replaced = (next: SheetDocument) => {
			setSheet(next);
			latest.current.onLate?.();
		};
		setSheet(acquireSheet(options, replaced));
		return () => {
			const { document, worksheet, language, onGone, onLate } = latest.current;
			const ended = ({ sheet: left, late }: SheetEnd) => {
				onGone?.(left.settled ? null : sheetAsText(left.doc, worksheet, language, document.outside === true));
				if (late) onLate?.();
			};
			releaseSheet(options, ended, replaced);
			setSheet(null);
		};
	}, [documentId, workshopId, author]);
	useEffect(() => sheet?.introduce(displayName), [sheet, displayName]);
	return sheet;
}
