import type * as Y from "yjs";
import type { Language } from "../../worksheets/contract/languages.ts";
import type { LateAnswer } from "../../worksheets/contract/late.ts";
import { lateAnswers } from "../../worksheets/report/late.ts";
import type { Worksheet } from "../../worksheets/schema/worksheet.ts";
import type { Storage, StoredLate } from "../storage/storage.ts";

export interface ReadLate {
	id: string;
	/** A participant's id, or a role. */
	author: string;
	at: number;
	answers: LateAnswer[];
}

/**
 * What each of a document's late contributions says, in the order in which they came. `outside`: for people outside the
 * group whose sheet it is.
 */
export type LateReader = (
	documentId: string,
	worksheet: Worksheet,
	language: Language,
	outside: boolean,
) => Promise<ReadLate[]>;

export interface LateReaderOptions {
	storage: Pick<Storage, "lateOf">;
	/** The document as it is on disk now, the caller's to keep and destroy. */
	copy(documentId: string): Promise<Y.Doc | null>;
}

export function createLateReader({ storage, copy }: LateReaderOptions): LateReader {
	return async (documentId, worksheet, language, outside) => {
		const stored = await storage.lateOf(documentId);
		const said = new Map<StoredLate, LateAnswer[]>();
		for (const own of byAuthor(stored)) {
			const doc = await copy(documentId);
			if (doc === null) return [];
			const updates = own.map(({ update }) => update);
			for (const [index, answers] of lateAnswers(doc, updates, worksheet, language, { outside }).entries()) {
				const late = own[index];
				if (late !== undefined) said.set(late, answers);
			}
			doc.destroy();
		}
		return stored.map((late) => ({ id: late.id, author: late.author, at: late.at, answers: said.get(late) ?? [] }));
	};
}

function byAuthor(stored: readonly StoredLate[]): StoredLate[][] {
	const authors = new Map<string, StoredLate[]>();
	for (const late of stored) authors.set(late.author, [...(authors.get(late.author) ?? []), late]);
	return [...authors.values()];
}
