/** Names that the page and its service worker share. Both may open the browser's caches; neither needs more to know. */

/** One cache for each workshop: its page, and what the page last knew of the session. */
export const PAGE_PREFIX = "arena-page-";
/** One cache for each build: its scripts, styles and fonts. */
export const SHELL_PREFIX = "arena-shell-";

/** How long a page is kept, in milliseconds. */
export const KEPT_FOR_MS = 7 * 86_400_000;

export function pageCacheName(workshopId: string): string {
	return PAGE_PREFIX + workshopId;
}

export function pagePath(workshopId: string): string {
	return `/w/${workshopId}`;
}

/** Where the page leaves the snapshot it last saw; no address that a server answers. */
export function snapshotPath(workshopId: string): string {
	return `/w/${workshopId}/kept-snapshot`;
}

/** Forgets a workshop's page. Browsers without caches (plain http) have kept none. */
export async function forgetPage(workshopId: string): Promise<void> {
	if (typeof caches !== "undefined") await caches.delete(pageCacheName(workshopId));
}
