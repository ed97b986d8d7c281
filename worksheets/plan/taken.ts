import type { ActionSource } from "../blocks/action-source.ts";
import type { ActionRow } from "../blocks/actions.ts";

/** Where something stands that a row of the plan may have been taken from. */
export function sourceKey({ document, row }: Pick<ActionSource, "document" | "row">): string {
	return `${document} ${row}`;
}

/** How many rows of the plan were taken from this place: two, where two people took it before they saw each other do so. */
export function timesTaken(source: Pick<ActionSource, "document" | "row">, plan: readonly ActionRow[]): number {
	return plan.filter(({ source: from }) => from !== undefined && sourceKey(from) === sourceKey(source)).length;
}

export function isTakenTwice(source: ActionSource, plan: readonly ActionRow[]): boolean {
	return timesTaken(source, plan) > 1;
}
