import { acquireSheet, releaseSheet } from "./open-sheets.ts";
import type { SheetDocumentOptions } from "./sheet-document.ts";

/**
 * Sends what an earlier visit left in the browser's journal of a sheet that is not on the screen. Resolves when the
 * server has it, or when waiting for that has ended.
 */
export function sendUnsent(options: SheetDocumentOptions): Promise<void> {
	const sheet = acquireSheet(options);
	return new Promise((resolve) => {
		const look = () => {
			const { kind } = sheet.saveState();
			if (kind !== "saved" && kind !== "failed") return;
			leave();
			releaseSheet(options, () => resolve());
		};
		const leave = sheet.onSaveState(look);
		look();
	});
}
