import type { ComparedPart } from "./occasion.ts";

/** What two dates know one thing by: ids, whatever it is called by now. */
export function thingOf({ worksheet, question, part }: Pick<ComparedPart, "worksheet" | "question" | "part">): string {
	return `${worksheet} ${question} ${part}`;
}
