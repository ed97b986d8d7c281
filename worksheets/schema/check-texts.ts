import type { ContentPath, Fault } from "./problem.ts";

/**
 * What people can read comfortably: how long a text may be where it stands, in letters, and how long a German word
 * before it says where it may be broken. None of it stops a server; `npm run worksheets:check` says it.
 */
const LONGEST: Record<string, number> = {
	title: 100,
	label: 120,
	rowName: 40,
	name: 60,
	term: 120,
	why: 200,
	assignment: 280,
	example: 400,
	description: 400,
	script: 1500,
};
const LONGEST_ELSEWHERE = 300;

/** Heads of narrow columns and points of scales stand beside each other. */
const LONGEST_NARROW = 40;
const NARROW_LISTS = ["columns", "points", "dimensions"];

/** Where columns are narrow even on wide screens. */
const NARROW_KEYS = ["title", "label", "rowName", "name"];
const LONGEST_WORD = { narrow: 13, elsewhere: 20 };

/** Every text of a file's content that is too long, or has a word that cannot be broken. */
export function textFaults(content: unknown): Fault[] {
	return textsOf(content, []).flatMap(({ at, language, text }) => [
		...lengthFaults(at, language, text),
		...(language === "de" ? wordFaults(at, text) : []),
	]);
}

interface Text {
	/** Of the text in both languages. */
	at: ContentPath;
	language: "de" | "en";
	text: string;
}

function textsOf(value: unknown, at: ContentPath): Text[] {
	if (Array.isArray(value)) return value.flatMap((item, index) => textsOf(item, [...at, index]));
	if (typeof value !== "object" || value === null) return [];
	return Object.entries(value).flatMap(([key, item]): Text[] => {
		if ((key === "de" || key === "en") && typeof item === "string") return [{ at, language: key, text: item }];
		return textsOf(item, [...at, key]);
	});
}

function lengthFaults(at: ContentPath, language: string, text: string): Fault[] {
	const letters = [...text.replaceAll("\u00ad", "")].length;
	const longest = longestAt(at);
	if (letters <= longest) return [];
	return [{ at: [...at, language], reason: `has ${letters} letters; at most ${longest} are read here` }];
}

function longestAt(at: ContentPath): number {
	const key = String(at.at(-1));
	if (key === "label" && NARROW_LISTS.includes(String(at.at(-3)))) return LONGEST_NARROW;
	return (Object.hasOwn(LONGEST, key) ? LONGEST[key] : undefined) ?? LONGEST_ELSEWHERE;
}

function wordFaults(at: ContentPath, text: string): Fault[] {
	const longest = NARROW_KEYS.includes(String(at.at(-1))) ? LONGEST_WORD.narrow : LONGEST_WORD.elsewhere;
	const words = text.match(new RegExp(`\\p{L}{${longest + 1},}`, "gu")) ?? [];
	return [...new Set(words)].map((word) => ({
		at: [...at, "de"],
		reason: `"${word}" has ${word.length} letters on end; say with \\xAD, in double quotes, where it may be broken`,
	}));
}
