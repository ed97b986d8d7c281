/**
 * The library marks where long German words may be broken on a narrow screen (U+00AD). Off the screen the marks only
 * harm: they hide words from search and split file names. Returns a copy of any plain data without them.
 */
export function withoutSoftHyphens<Value>(value: Value): Value {
	return strip(value) as Value;
}

function strip(value: unknown): unknown {
	if (typeof value === "string") return value.replaceAll("\u00ad", "");
	if (Array.isArray(value)) return value.map(strip);
	if (typeof value !== "object" || value === null) return value;
	return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, strip(part)]));
}
