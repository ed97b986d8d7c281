import type { Results } from "../../worksheets/report/results.ts";
import { resultsWords } from "../../worksheets/report/results-words.ts";
import type { TakeHome } from "../../worksheets/report/take-home.ts";

const UMLAUTS: Record<string, string> = { ä: "ae", ö: "oe", ü: "ue", ß: "ss" };

/** `ergebnisse-kooperation-2-0-2023-03-08.pdf`: made of a slug, so that no input of a person reaches a path. */
export function resultsFileName({ title, of, language, interim, at }: TakeHome, ending: string): string {
	const day = new Date(at).toISOString().slice(0, 10);
	const words = resultsWords[language];
	const parts = [words.results, interim ? words.interim : "", title, of].map(slug);
	return `${[...parts.filter(Boolean), day].join("-")}.${ending}`;
}

/** `massnahmen-kooperation-2-0.ics`, or of one who is responsible `massnahmen-kooperation-2-0-jugendamt.ics` */
export function calendarFileName({ workshop, language }: Results, responsible: string | null): string {
	return `${[resultsWords[language].calendarFile, workshop.title, responsible ?? ""].map(slug).filter(Boolean).join("-")}.ics`;
}

/** `csv/01-bewertungen.csv`, within a package. */
export function tablePath(name: string, index: number): string {
	return `csv/${[String(index + 1).padStart(2, "0"), slug(name)].filter(Boolean).join("-")}.csv`;
}

/** Lower-case letters, digits and dashes: nothing else that a person wrote comes into a name. */
export function slug(text: string): string {
	return text
		.toLowerCase()
		.replace(/[äöüß]/g, (letter) => UMLAUTS[letter] ?? "")
		.normalize("NFKD")
		.replace(/[^a-z0-9]+/g, "-")
		.slice(0, 60)
		.replace(/^-+|-+$/g, "");
}
