import { build } from "esbuild";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { launchChromium } from "../harness/browser.ts";
import type { Lines, Outcome, Race, Script } from "./carets-page.ts";

/** How one's own caret, and so one's own word, survives what others do to the same answer at the same time. */

const SEEDS = Array.from({ length: 25 }, (_, index) => index + 1);
const WORDS = [
	["Kohle4D", "braun_xy"],
	["qqqq", "xxxx"],
	["Kohle", "eElle"],
	["Amsel", "Buche", "Chor"],
];

declare const carets: typeof import("./carets-page.ts");

let browser: Browser;
let page: Page;

beforeAll(async () => {
	const bundle = await build({
		entryPoints: [new URL("carets-page.ts", import.meta.url).pathname],
		bundle: true,
		format: "iife",
		globalName: "carets",
		write: false,
		define: { "process.env.NODE_ENV": '"production"' },
	});
	browser = await launchChromium();
	page = await browser.newPage();
	await page.setContent("<!doctype html><title>carets</title>");
	await page.addScriptTag({ content: bundle.outputFiles[0]?.text ?? "" });
});

afterAll(async () => {
	await browser?.close();
});

const everybodyAt = (position: number): Script => [0, 1, 2].map((who) => [who, "caret", position] as const);

describe("words typed at the same time stay whole, each with its caret behind it", () => {
	test.each<[where: string, lines: string[], before: (count: number) => Script]>([
		["in an empty answer", [], () => []],
		["at the end of one line", ["Vorher."], () => []],
		["in the middle of a line", ["Vor-her."], (count) => everybodyAt(5).slice(0, count)],
		[
			"in a line that one of them has started",
			["Vorher."],
			(count) => [[0, "enter"], "sync", ...everybodyAt(10).slice(0, count)],
		],
		["in a line emptied again", ["Vorher.", ""], () => []],
	])("%s", async (_where, lines, before) => {
		for (const words of WORDS) {
			const faults = await racesThatFail({ lines, before: before(words.length), words });
			expect(faults).toEqual([]);
		}
	});

	test("in lines of their own, whoever presses Enter", async () => {
		const before: Script = [
			[0, "caret", 5],
			[1, "caret", 11],
		];
		const lines = ["eins", "zwei", "drei"];
		expect(await racesThatFail({ lines, before, words: ["Koh\nle", "bra\nun"] })).toEqual([]);
		expect(await racesThatFail({ lines, before, words: ["\n\nKohle", "\n\nbraun"] })).toEqual([]);
	});
});

describe("a caret holds on to the letter before it", () => {
	test("in an empty line it stays outside of what others begin there", async () => {
		const { screens } = await play([null, "Nachher."], 2, [
			[0, "caret", 1],
			[1, "caret", 1],
			...typedAndHeard(1, "test"),
			[0, "type", "x"],
			"sync",
		]);
		expect(screens).toEqual(["x^test/Nachher.", "xtest^/Nachher."]);
	});

	test("it goes along when somebody breaks the line before it, or joins two lines", async () => {
		const lines = ["Satz eins. Satz zwei."];
		const broken = await play(lines, 2, [[0, "caret", 19], [1, "caret", 12], [1, "enter"], "sync"]);
		expect(broken.screens).toEqual(["Satz eins. /Satz zw^ei.", "Satz eins. /^Satz zwei."]);
		const undone = await play(lines, 2, [
			[0, "caret", 19],
			[1, "caret", 12],
			[1, "enter"],
			"sync",
			[1, "undo"],
			"sync",
		]);
		expect(undone.screens[0]).toBe("Satz eins. Satz zw^ei.");
	});

	test("among lines that look alike it stays in its own", async () => {
		const { screens } = await play(["ja", "ja", "ja"], 2, [[0, "caret", 7], [1, "caret", 1], [1, "type", "x"], "sync"]);
		expect(screens[0]).toBe("xja/ja^/ja");
	});

	test("when somebody deletes its line, typing goes on beside it and nothing else is torn", async () => {
		const { screens, copies } = await play(["eins", "zwei", "drei"], 2, [
			[0, "caret", 9],
			[1, "caret", 9],
			[1, "delete-line"],
			"sync",
			...typedAndHeard(0, "neu"),
		]);
		expect(screens[0]).toMatch(/^einsneu\^\/drei$|^eins\/neu\^drei$/);
		expect(new Set(copies).size).toBe(1);
	});

	test("what was chosen for the next letter outlasts what others type", async () => {
		const { copies } = await play(["Vorher."], 2, [
			[1, "caret", 1],
			[0, "bold"],
			[1, "type", "x"],
			"sync",
			[0, "type", "F"],
			"sync",
		]);
		expect(copies[1]).toContain("<bold>F</bold>");
	});
});

test("a word that is still being composed outlasts what others type around it", async () => {
	for (const [remote, expected] of [
		[1, "xVorher.かき^"],
		[8, "Vorher.かき^x"],
	] as const) {
		await play(["Vorher."], 2, [[1, "caret", remote]]);
		await page.locator(".ProseMirror").first().click();
		await page.keyboard.press("ControlOrMeta+End");
		const devtools = await page.context().newCDPSession(page);
		await devtools.send("Input.imeSetComposition", { text: "か", selectionStart: 1, selectionEnd: 1 });
		await page.evaluate(() => carets.play([[1, "type", "x"], "sync"]));
		await devtools.send("Input.imeSetComposition", { text: "かき", selectionStart: 2, selectionEnd: 2 });
		await devtools.send("Input.insertText", { text: "かき" });
		await devtools.detach();
		await expect.poll(() => page.evaluate(() => carets.play(["sync"]).screens[0])).toBe(expected);
		const { copies } = await page.evaluate(() => carets.play(["sync"]));
		expect(new Set(copies).size).toBe(1);
	}
});

describe("undo", () => {
	test("takes back one's own letters only", async () => {
		const { screens } = await play([], 2, [
			[0, "type", "eins"],
			"sync",
			[1, "type", "zwei"],
			"sync",
			[0, "undo"],
			"sync",
		]);
		expect(screens.map((screen) => screen.replace("^", ""))).toEqual(["zwei", "zwei"]);
	});

	test("takes back and brings back a line that was started", async () => {
		const started = await play(["Vorher."], 2, [[0, "enter"], "sync"]);
		expect(started.screens[1]).toMatch(/\/$/);
		const undone = await play(["Vorher."], 2, [[0, "enter"], "sync", [0, "undo"], "sync"]);
		expect(undone.screens[0]).toBe("Vorher.^");
		const redone = await play(["Vorher."], 2, [[0, "enter"], [0, "type", "neu"], [0, "undo"], [0, "redo"], "sync"]);
		expect(redone.screens[1]).toBe("Vorher.^/neu");
	});
});

/** One person types, and each letter is at once on every screen. */
function typedAndHeard(who: number, word: string): Script {
	return [...word].flatMap((letter): Script => [[who, "type", letter], "sync"]);
}

async function play(lines: Lines, count: number, script: Script): Promise<Outcome> {
	return await page.evaluate(
		([lines, count, script]) => {
			carets.open(lines, count);
			return carets.play(script);
		},
		[lines, count, script] as const,
	);
}

/** The races after which a word is torn, a caret is not behind its word, or two screens differ. */
async function racesThatFail(race: Race): Promise<{ seed: number; screens: string[] }[]> {
	const outcomes = await page.evaluate(([race, seeds]) => seeds.map((seed) => carets.race(race, seed)), [
		race,
		SEEDS,
	] as const);
	const words = race.words.map((word) => word.replaceAll("\n", "/"));
	return outcomes.flatMap(({ screens, copies }, index) => {
		const [text = ""] = screens.map((screen) => screen.replace("^", ""));
		const whole = words.every((word) => text.split(word).length === 2);
		const behind = words.every((word, who) => screens[who]?.includes(`${word}^`));
		const nothingElse = lettersIn([text]) === lettersIn([...race.lines, ...words]);
		const agreed = new Set(copies).size === 1;
		return whole && behind && nothingElse && agreed ? [] : [{ seed: index + 1, screens }];
	});
}

function lettersIn(texts: Lines): number {
	return texts.join("").replaceAll("/", "").length;
}
