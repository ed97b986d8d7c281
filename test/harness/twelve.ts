import { fileURLToPath } from "node:url";
import type * as Y from "yjs";
import type { ProgressState } from "../../worksheets/contract/snapshot.ts";
import { setDone } from "../../worksheets/document/done.ts";
import { addParagraph } from "../flows/stage.ts";

/** For a server that has the template „twelve“: a group phase with twelve questions. */
export const TWELVE = { WORKSHEETS_DIR: fileURLToPath(new URL("library", import.meta.url)) };

export const TWELVE_QUESTIONS = [
	"goal",
	"who",
	"missing",
	"interest",
	"start",
	"good",
	"hard",
	"need",
	"risk",
	"first",
	"when",
	"check",
] as const;

/** Brings a question of that sheet into a state, whatever it was in before. */
export function bringInto(doc: Y.Doc, question: string, state: ProgressState): void {
	doc.transact(() => {
		const answer = doc.getXmlFragment(question);
		answer.delete(0, answer.length);
		if (state !== "empty") addParagraph(doc, question, "Ein Satz der Gruppe");
		setDone(doc, question, state === "done");
	});
}
