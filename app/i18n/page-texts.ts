import { useMatches } from "@remix-run/react";
import type { Messages } from "./messages.ts";

/** What the browser has of every page: it is fetched in one piece. */
export type LiveArea = "common" | "session" | "sheet";

/** Texts that only some pages need. */
export type Area = Exclude<keyof Messages, LiveArea>;

const AREAS: Record<Area, true> = { create: true, facilitator: true, help: true, join: true, legal: true, start: true };

/** The `handle` of a route whose page says more than the live pages do. */
export interface PageHandle {
	texts: Area;
}

/** The areas that the routes on the screen have named in their handles. */
export function usePageTexts(): Area[] {
	return useMatches().flatMap(({ handle }) => (isPageHandle(handle) ? [handle.texts] : []));
}

/** Reads what `usePageTexts` has left in the document, separated by blanks. */
export function readPageTexts(attribute: string | undefined): Area[] {
	return (attribute ?? "").split(" ").filter(isArea);
}

function isPageHandle(handle: unknown): handle is PageHandle {
	return typeof handle === "object" && handle !== null && "texts" in handle && isArea(handle.texts);
}

function isArea(name: unknown): name is Area {
	return typeof name === "string" && Object.hasOwn(AREAS, name);
}
