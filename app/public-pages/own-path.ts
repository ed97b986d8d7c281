/** A path inside Arena out of what a form says, so that no one is sent to another site; the start page otherwise. */
export function ownPath(value: string): string {
	const base = "http://arena.invalid";
	if (!value.startsWith("/") || !URL.canParse(value, base)) return "/";
	const url = new URL(value, base);
	return url.origin === base ? `${url.pathname}${url.search}` : "/";
}
