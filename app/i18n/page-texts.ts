import { useMatches } from "@remix-run/react";
import type { Messages } from "./messages.ts";

/** What the browser has of every page: it is fetched in one piece. */
export type LiveArea = "common" | "session";

/** Texts that only some pages or parts of pages need. */
export type Area = Exclude<keyof Messages, LiveArea>;

const AREAS: Record<Area, true> = {
	actors: true,
	create: true,
	dimensions: true,
	facilitator: true,
	gallery: true,
	help: true,
	join: true,
	legal: true,
	material: true,
	own: true,
	plan: true,
	results: true,
	room: true,
	series: true,
	sheet: true,
	start: true,
	table: true,
};

/** The `handle` of a route whose page says more than the live pages do. */
export interface PageHandle {
	texts: readonly Area[];
}

/** The areas that the routes on the screen have named in their handles. */
export function usePageTexts(): Area[] {
	return useMatches().flatMap(({ handle }) => textsOf(handle));
}

/** The areas that a route's handle names. */
export function textsOf(handle: unknown): readonly Area[] {
	return isPageHandle(handle) ? handle.texts : [];
}

/**
 * What a page may say while the server renders it: the live areas and those it names. Any other throws, because the
 * browser would not have it either when the page is to come alive.
 */
export function onlyNamed(messages: Messages, named: readonly Area[]): Messages {
	const page = { ...messages };
	for (const area of Object.keys(AREAS).filter(isArea)) {
		if (named.includes(area)) continue;
		Object.defineProperty(page, area, {
			get() {
				throw new Error(`the page says texts of the area „${area}“, which its route does not name`);
			},
		});
	}
	return page;
}

/** Reads what `usePageTexts` has left in the document, separated by blanks. */
export function readPageTexts(attribute: string | undefined): Area[] {
	return (attribute ?? "").split(" ").filter(isArea);
}

function isPageHandle(handle: unknown): handle is PageHandle {
	return typeof handle === "object" && handle !== null && "texts" in handle && Array.isArray(handle.texts);
}

function isArea(name: unknown): name is Area {
	return typeof name === "string" && Object.hasOwn(AREAS, name);
}
