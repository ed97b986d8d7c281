import { acquireSheet, releaseSheet } from "./open-sheets.ts";
import type { SheetDocumentOptions } from "./sheet-document.ts";

/**
 * Sends what an earlier visit left in the browser's journal of a sheet that is not on the screen. Resolves when the
 * server has it, or when waiting for that has ended: `late` where it stands beside the sheet, which was closed meanwhile.
 */
export function sendUnsent(options: SheetDocumentOptions): Promise<{ late: boolean }> {
	const sheet = acquireSheet(options);
	return new Promise((resolve) => {
		const look = () => {
			const { kind } = sheet.saveState();
			if (kind !== "saved" && kind !== "failed") return;
			leave();
			releaseSheet(options, ({ late }) => resolve({ late }));
		};
		const leave = sheet.onSaveState(look);
		look();
	});
}
