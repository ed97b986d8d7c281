import { useEffect, useState } from "react";
import * as z from "zod/mini";
import { type LateContribution, lateContributionSchema } from "../../worksheets/contract/late.ts";

const TRY_AGAIN_MS = 5_000;
const listSchema = z.array(lateContributionSchema);

/**
 * What came when a sheet was closed, in the order in which it came. `count` is the snapshot's: whenever it changes the
 * list is asked for again. Without a line the list stays as it was.
 */
export function useLate(documentId: string, count: number): readonly LateContribution[] {
	const [late, setLate] = useState<readonly LateContribution[]>([]);
	useEffect(() => {
		if (count === 0) return;
		const leaving = new AbortController();
		let timer: ReturnType<typeof setTimeout> | undefined;
		const load = () => {
			loadLate(documentId, leaving.signal).then(
				(list) => leaving.signal.aborted || setLate(list),
				() => {
					if (!leaving.signal.aborted) timer = setTimeout(load, TRY_AGAIN_MS);
				},
			);
		};
		load();
		return () => {
			leaving.abort();
			clearTimeout(timer);
		};
	}, [documentId, count]);
	return late;
}

async function loadLate(documentId: string, signal: AbortSignal): Promise<LateContribution[]> {
	const response = await fetch(`/api/documents/${documentId}/late`, { signal });
	// What is not ours to see, or not there any more, is nothing to wait for.
	if (response.status >= 400 && response.status < 500 && response.status !== 429) return [];
	return listSchema.parse(await response.json());
}
