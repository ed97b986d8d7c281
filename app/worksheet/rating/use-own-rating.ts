import { useMemo, useSyncExternalStore } from "react";
import type * as Y from "yjs";
import type { Rated } from "../../../worksheets/blocks/block-type.ts";
import type { Block } from "../../../worksheets/blocks/definitions.ts";
import { isDone } from "../../../worksheets/document/done.ts";
import { readRatings } from "../../../worksheets/document/ratings.ts";
import { type DocValue, docValue } from "../document/doc-value.ts";

/** One person's own rating of a question, as it stands in their own document. */
export interface OwnRating {
	parts: Rated[];
	submitted: boolean;
}

const NONE: DocValue<null> = { subscribe: () => () => {}, get: () => null };

/** Null as long as there is no document to read. */
export function useOwnRating(
	doc: Y.Doc | null,
	block: Block,
	item: string | undefined,
	question: string,
): OwnRating | null {
	const rating = useMemo((): DocValue<OwnRating | null> => {
		if (doc === null) return NONE;
		return docValue(doc, () => ({ parts: readRatings(doc, block, item), submitted: isDone(doc, question) }));
	}, [doc, block, item, question]);
	return useSyncExternalStore(rating.subscribe, rating.get);
}
