import { type Plenary, plenarySchema } from "../../../worksheets/contract/plenary.ts";

/** One look waits for the other: a line that says nothing must not end them. */
const PATIENCE_MS = 15_000;

/** An answer with the mark by which the next one is asked for only where it differs. */
export interface SeenPlenary {
	mark: string | null;
	plenary: Plenary;
}

/**
 * What this person may see of all groups side by side. The same object where nothing has changed since `before`; null
 * where it could not be had now.
 */
export async function loadPlenary(workshopId: string, before: SeenPlenary | null): Promise<SeenPlenary | null> {
	const mark = before?.mark ?? null;
	try {
		const response = await fetch(`/api/workshops/${workshopId}/plenary`, {
			headers: mark === null ? {} : { "If-None-Match": mark },
			signal: AbortSignal.timeout(PATIENCE_MS),
		});
		if (response.status === 304) return before;
		if (!response.ok) return null;
		const parsed = plenarySchema.safeParse(await response.json());
		return parsed.success ? { mark: response.headers.get("ETag"), plenary: parsed.data } : null;
	} catch (error) {
		// No line, one that is silent, or something between that answers in place of Arena.
		if (error instanceof TypeError || error instanceof SyntaxError || error instanceof DOMException) return null;
		throw error;
	}
}
