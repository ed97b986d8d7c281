import type { SheetSpotlight, Spotlight, ViewSpotlight } from "./snapshot.ts";

/** The sheet that is shown to everybody; null where that is something else, or nothing. */
export function shownSheet(spotlight: Spotlight | null): SheetSpotlight | null {
	return spotlight !== null && "document" in spotlight ? spotlight : null;
}

/** The view of all groups' sheets that is shown to everybody; null where that is something else, or nothing. */
export function shownView(spotlight: Spotlight | null): ViewSpotlight | null {
	return spotlight !== null && "view" in spotlight ? spotlight : null;
}

/**
 * What the plenary has been shown of all groups' sheets, as names that the session keeps: `<view>/<worksheet>`, or
 * `<view>/<worksheet>/<dimension>` where it was one dimension alone.
 */
export function nameOfView({ view, worksheet, dimension }: ViewSpotlight): string {
	return [view, worksheet, ...(dimension === null ? [] : [dimension])].join("/");
}

/** Whether it is the name of such a view, of whatever worksheet. */
export function isNameOf(view: ViewSpotlight["view"], name: string): boolean {
	return name.startsWith(`${view}/`);
}
