import type { DocumentProgress } from "../../worksheets/contract/snapshot.ts";
import type { Progress } from "./boards.ts";

/** How far the sheets are, as the sync rooms report it. Never stored: it can be counted anew from the documents. */
export class ProgressBoard {
	readonly #reported = new Map<string, DocumentProgress>();
	#board: Progress = new Map();

	/** The board as it is now; a new map where something was reported since the last look. */
	get board(): Progress {
		if (this.#reported.size > 0) {
			this.#board = new Map([...this.#board, ...this.#reported]);
			this.#reported.clear();
		}
		return this.#board;
	}

	has(document: string): boolean {
		return this.#reported.has(document) || this.#board.has(document);
	}

	report(progress: DocumentProgress): void {
		this.#reported.set(progress.id, progress);
	}
}
