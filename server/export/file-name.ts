import type { Results } from "../../worksheets/report/results.ts";
import { resultsWords } from "../../worksheets/report/results-words.ts";

const UMLAUTS: Record<string, string> = { ä: "ae", ö: "oe", ü: "ue", ß: "ss" };

/** `ergebnisse-kooperation-2-0-2023-03-08.pdf`: made of a slug, so that no input of a person reaches a path. */
export function resultsFileName(results: Results, ending: string): string {
	const day = new Date(results.workshop.startsAt ?? results.exportedAt).toISOString().slice(0, 10);
	const words = resultsWords[results.language];
	const parts = [words.results, results.interim ? words.interim : "", results.workshop.title].map(slug);
	return `${[...parts.filter(Boolean), day].join("-")}.${ending}`;
}

function slug(text: string): string {
	return text
		.toLowerCase()
		.replace(/[äöüß]/g, (letter) => UMLAUTS[letter] ?? "")
		.normalize("NFKD")
		.replace(/[^a-z0-9]+/g, "-")
		.slice(0, 60)
		.replace(/^-+|-+$/g, "");
}
