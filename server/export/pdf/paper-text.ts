/** Makes the rest of a line stand backwards, on paper and for whoever copies it. Scripts keep the direction they have. */
const FORCED_DIRECTION = /[\u202a-\u202e\u2066-\u2069]/g;
/** Without any place to break it a word must not run over what stands beside it, or off the page. */
const LONG_WORD = /\S{40,}/gu;
const PLACE_TO_BREAK = "\u200b";
/** What nobody sees needs no places to break. */
const UNSEEN = "alternative";

const letters = new Intl.Segmenter("und", { granularity: "grapheme" });

/** A report with every text as it can be set: told here, since Typst takes a third of its time to look for such words. */
export function paperTexts(report: string): string {
	return JSON.stringify(
		JSON.parse(report, (key, value: unknown) => (typeof value === "string" ? paperText(value, key !== UNSEEN) : value)),
	);
}

function paperText(text: string, isSeen: boolean): string {
	const straight = text.replace(FORCED_DIRECTION, "");
	return isSeen ? straight.replace(LONG_WORD, withPlacesToBreak) : straight;
}

function withPlacesToBreak(word: string): string {
	return Array.from(letters.segment(word), ({ segment }) => segment).join(PLACE_TO_BREAK);
}
