import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { distributionOf } from "../../worksheets/assessment/distribution.ts";
import type { Point } from "../../worksheets/blocks/points.ts";
import type { Language } from "../../worksheets/contract/languages.ts";
import { distributionSentence } from "../../worksheets/report/ratings.ts";
import { loadMessages } from "../i18n/load-messages.ts";
import { MessagesProvider } from "../i18n/provider.tsx";
import { DistributionFigure } from "./distribution-figure.tsx";

const scale = {
	id: "stand",
	points: ["nicht da", "begonnen", "gesichert"].map((label, value) => ({
		value,
		label: { de: label, en: `${label}!` },
	})),
	unknown: { de: "weiß nicht", en: "don’t know" },
};
const ratings: Point[] = [0, 2, 2, "unknown"];
const distribution = distributionOf([0, 1, 2], ratings);

async function drawn(own: Point | null, language: Language = "de", given = distribution): Promise<string> {
	const messages = await loadMessages(language);
	return renderToStaticMarkup(
		<MessagesProvider language={language} messages={messages}>
			<DistributionFigure label="Reichweite" scale={scale} distribution={given} own={own} language={language} />
		</MessagesProvider>,
	);
}

const count = (html: string, what: RegExp) => html.match(what)?.length ?? 0;

it("draws what its sentence and its table say, without a browser", async () => {
	const html = await drawn(null);
	expect(html).toContain(`>${distributionSentence("Reichweite", distribution, "de")}</figcaption>`);
	expect(count(html, /class="distribution__dot/g)).toBe(3);
	expect(html).toMatch(/<th scope="row">2 gesichert<\/th><td>2<\/td>/);
	expect(html).toMatch(/<th scope="row">weiß nicht<\/th><td>1<\/td>/);
	expect(html).toContain("Als Tabelle");
	expect(count(html, /distribution__median/g)).toBe(1);
});

it("marks one's own by a ring and in words, and nobody's where there is none", async () => {
	const own = await drawn(2);
	expect(count(own, /distribution__dot--own/g)).toBe(1);
	expect(own).toContain("Ihre Einschätzung: 2 gesichert");
	const unknown = await drawn("unknown");
	expect(count(unknown, /distribution__dot--own/g)).toBe(0);
	expect(unknown).toContain("Ihre Einschätzung: weiß nicht");
	const none = await drawn(null);
	expect(none).not.toContain("distribution__dot--own");
	expect(none).not.toContain("Ihre Einschätzung");
});

it("says it in the other language too, and draws nothing where nobody chose a level", async () => {
	const html = await drawn(2, "en", distributionOf([0, 1, 2], ["unknown"]));
	expect(html).toContain("Reichweite: nobody chose a point, 1\u00a0without a rating");
	expect(html).toContain("Show as table");
	expect(html).not.toContain("distribution__marks");
});

it("draws a plenary of hundreds as bars with their numbers", async () => {
	const html = await drawn(2, "de", distributionOf([0, 1, 2], [...Array<Point>(200).fill(2), 0]));
	expect(count(html, /distribution__dot/g)).toBe(0);
	expect(count(html, /distribution__bar--own/g)).toBe(1);
	expect(html).toContain('<span class="distribution__people">200</span>');
});
