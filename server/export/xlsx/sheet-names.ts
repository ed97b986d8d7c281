/** What Excel takes as the name of a sheet: so many UTF-16 units, and none of some signs. */
const LONGEST = 31;
const REFUSED = /[[\]:*?/\\]/g;

/** Names for sheets, in their order: as they are called where Excel takes that, and no two alike. */
export function sheetNames(wanted: readonly string[]): string[] {
	const taken = new Set<string>();
	return wanted.map((text) => {
		const name = free(plain(text), taken);
		taken.add(name.toLowerCase());
		return name;
	});
}

/** On one line; an apostrophe may stand within a name, not around it. */
function plain(text: string): string {
	const words = text
		.replace(REFUSED, " ")
		.replace(/[\s\p{Cc}\p{Cf}\p{Cs}\p{Cn}]+/gu, " ")
		.replace(/^[' ]+|[' ]+$/g, "");
	// Excel keeps this one for itself.
	return words === "" || words.toLowerCase() === "history" ? `${words}_` : words;
}

function free(name: string, taken: ReadonlySet<string>): string {
	for (let number = 1; ; number += 1) {
		const behind = number === 1 ? "" : ` (${number})`;
		const candidate = cut(name, LONGEST - behind.length) + behind;
		if (!taken.has(candidate.toLowerCase())) return candidate;
	}
}

/** Not within a character of two units. */
function cut(name: string, length: number): string {
	return name
		.slice(0, length)
		.replace(/[\uD800-\uDBFF]$/, "")
		.replace(/[' ]+$/, "");
}
