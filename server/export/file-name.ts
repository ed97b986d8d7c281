import type { Results } from "../../worksheets/report/results.ts";
import { resultsWords } from "../../worksheets/report/results-words.ts";
import type { TakeHome } from "../../worksheets/report/take-home.ts";

/** So that a package's name, its folder and a file in it fit into what Windows takes as a path, twice over. */
const MOST_OF_TITLE = 40;
const MOST_OF_PART = 20;

const UMLAUTS: Record<string, string> = { ä: "ae", ö: "oe", ü: "ue", ß: "ss" };

type Named = Pick<TakeHome, "title" | "of" | "language" | "interim" | "at">;

/** `ergebnisse-kooperation-2-0-2023-03-08.pdf`: made of a slug, so that no input of a person reaches a path. */
export function resultsFileName({ title, of, language, interim, at }: Named, ending: string): string {
	const day = new Date(at).toISOString().slice(0, 10);
	const words = resultsWords[language];
	const parts = [
		slug(words.results),
		interim ? slug(words.interim) : "",
		slug(title, MOST_OF_TITLE),
		slug(of, MOST_OF_PART),
	];
	return `${[...parts.filter(Boolean), day].join("-")}.${ending}`;
}

/**
 * `ergebnisse`: the folder in a package. Windows unpacks into a folder with the package's own long name, and a path of
 * more than 260 characters cannot be unpacked there at all.
 */
export function packageFolder({ language }: Named): string {
	return slug(resultsWords[language].results);
}

/** `massnahmen-kooperation-2-0.ics`, or of one who is responsible `massnahmen-kooperation-2-0-jugendamt.ics` */
export function calendarFileName({ workshop, language }: Results, responsible: string | null): string {
	return `${[resultsWords[language].calendarFile, workshop.title, responsible ?? ""]
		.map((part) => slug(part))
		.filter(Boolean)
		.join("-")}.ics`;
}

/** `csv/01-bewertungen.csv`, within a package. */
export function tablePath(name: string, index: number): string {
	return `csv/${[String(index + 1).padStart(2, "0"), slug(name)].filter(Boolean).join("-")}.csv`;
}

/** Lower-case letters, digits and dashes, at most so many: nothing else that a person wrote comes into a name. */
export function slug(text: string, most = 60): string {
	return text
		.toLowerCase()
		.replace(/[äöüß]/g, (letter) => UMLAUTS[letter] ?? "")
		.normalize("NFKD")
		.replace(/[^a-z0-9]+/g, "-")
		.slice(0, most)
		.replace(/^-+|-+$/g, "");
}
