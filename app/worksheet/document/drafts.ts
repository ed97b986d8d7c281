import { forgetVisit, type VisitMemory, visitMemory } from "../../visit-memory.ts";

const DRAFT = "arena-draft-";

/**
 * What somebody has begun to write for an answer and not yet added to it: kept by this tab until it is closed, by person
 * and document as journals are. `question` is the question's top-level name.
 */
export function draftMemory(workshopId: string, author: string, documentId: string, question: string): VisitMemory {
	return visitMemory(`${DRAFT}${workshopId}-${author}-${documentId}-${question}`);
}

/** Wipes all drafts of a workshop. */
export function forgetDrafts(workshopId: string): void {
	forgetVisit(`${DRAFT}${workshopId}-`);
}
