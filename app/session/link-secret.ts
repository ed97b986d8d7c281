/** The secret of a facilitator's or personal return link; a page's own anchors are shorter. */
export function secretFrom(hash: string): string | null {
	return /^#([A-Za-z0-9_-]{32,128})$/.exec(hash)?.[1] ?? null;
}
