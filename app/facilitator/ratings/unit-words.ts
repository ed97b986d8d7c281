import type { Language } from "../../../worksheets/contract/languages.ts";

interface Words {
	title: string;
	hint: string;
	count: string;
	countAgain: string;
	hide: string;
	countedAt: (date: string, time: string) => string;
	counting: string;
	uncounted: string;
	download: (file: { format: string; of: string }) => string;
	tooFew: string;
}

/** The words of the panel on municipalities; they come with it. */
export const unitWords: Record<Language, Words> = {
	de: {
		title: "Einschätzungen nach Kommunen",
		hint: "Zählt zusammen, was die Personen einer Kommune abgegeben haben, in welcher Gruppe sie auch sitzen. Jede Kommune bekommt eine eigene Datei mit dem Vergleich zu allen anderen, ohne Namen und Texte. Von weniger als drei Personen wird nichts gezeigt. Blieben neben den gezeigten Kommunen nur ein oder zwei Personen übrig, fehlt auch die kleinste von ihnen, damit sich nichts ausrechnen lässt. Was eine Gruppe noch nicht aufgedeckt hat, zählt nicht mit.",
		count: "Nach Kommunen auswerten",
		countAgain: "Neu auswerten",
		hide: "Zurücknehmen",
		counting: "Wird ausgezählt …",
		uncounted: "Wird ausgezählt … Dauert es länger als eine Minute, werten Sie bitte neu aus.",
		countedAt: (date, time) => `Ausgewertet am ${date}, ${time}. Die Kommunen finden ihre Datei unter „Ergebnisse“.`,
		download: ({ format, of }) => `${format} für ${of} herunterladen`,
		tooFew: "Aus keiner Kommune haben mindestens drei Personen etwas abgegeben, das sich zeigen ließe.",
	},
	en: {
		title: "Ratings by municipality",
		hint: "Counts what the people of a municipality have submitted, whichever group they sit in. Each municipality gets a file of its own that compares it with all others, without names or texts. Nothing is shown of fewer than three people. Where only one or two people would be left beside the municipalities shown, the smallest of these is missing as well, so that nothing can be worked out. What a group has not revealed yet does not count.",
		count: "Count by municipality",
		countAgain: "Count again",
		hide: "Take back",
		counting: "Counting …",
		uncounted: "Counting … If it takes longer than a minute, please count again.",
		countedAt: (date, time) => `Counted on ${date}, ${time}. Each municipality finds its file under “Results”.`,
		download: ({ format, of }) => `Download ${format} for ${of}`,
		tooFew: "No municipality has three or more people who submitted something that could be shown.",
	},
};
