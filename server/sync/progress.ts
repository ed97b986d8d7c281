import type * as Y from "yjs";
import type { DocumentProgress } from "../../worksheets/contract/snapshot.ts";
import { progressOf } from "../../worksheets/document/progress.ts";
import type { Worksheet } from "../../worksheets/schema/worksheet.ts";

/** How far a document's questions are. `lastChangeAt`: epoch milliseconds. */
export function readProgress(
	documentId: string,
	doc: Y.Doc,
	worksheet: Worksheet,
	lastChangeAt: number | null,
): DocumentProgress {
	return { id: documentId, questions: progressOf(doc, worksheet).questions, lastChangeAt };
}

/** Tells of changes, however many, at most once in `everyMs`. */
export class ProgressReporter {
	readonly #everyMs: number;
	readonly #report: () => void;
	#timer: NodeJS.Timeout | null = null;

	constructor(everyMs: number, report: () => void) {
		this.#everyMs = everyMs;
		this.#report = report;
	}

	changed(): void {
		this.#timer ??= setTimeout(() => {
			this.#timer = null;
			this.#report();
		}, this.#everyMs);
	}

	stop(): void {
		if (this.#timer !== null) {
			clearTimeout(this.#timer);
			this.#timer = null;
		}
	}
}
