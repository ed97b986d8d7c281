import { expect, onTestFinished, test } from "vitest";
import { launchChromium } from "../harness/browser.ts";
import { axeFindings } from "./axe.ts";

const PAGE = `<!doctype html><html lang="de"><title>Seite</title><main>
	<p id="pale" style="color:#777;background:#888">Zu blass</p>
	<p style="color:#111;background:#fff">Ein Satz mit <a id="hidden" href="/" style="color:#222;text-decoration:none">Link</a></p>
	<img id="dumb" src="data:,">
</main></html>`;

test("what looks at colours is found when only colours are asked for, and everything else besides otherwise", async () => {
	const browser = await launchChromium();
	onTestFinished(() => browser.close());
	const page = await browser.newPage();
	await page.setContent(PAGE);
	const rules = (findings: string[]) => findings.map((finding) => finding.split(" ").slice(0, 2).join(" ")).sort();
	const colours = ["color-contrast: #pale:", "link-in-text-block: #hidden:"];
	expect(rules(await axeFindings(page, { coloursOnly: true }))).toEqual(colours);
	expect(rules(await axeFindings(page))).toEqual([...colours, "image-alt: #dumb:"].sort());
});
