import { expect, test, vi } from "vitest";
import { LANGUAGES } from "../../worksheets/contract/languages.ts";
import { loadMessages } from "./load-messages.ts";
import type { Messages } from "./messages.ts";
import { type Area, onlyNamed, readPageTexts } from "./page-texts.ts";

const AREAS: Area[] = ["actors", "create", "facilitator", "help", "join", "legal", "sheet", "start"];

/** A browser that has loaded nothing yet. */
async function newBrowser() {
	vi.resetModules();
	return (await import("./browser-messages.ts")).browserMessages;
}

test.each(LANGUAGES)("a page has its own areas and the live ones at once (%s)", async (language) => {
	const all = await loadMessages(language);
	for (const area of AREAS) {
		const messages = await (await newBrowser())(language, [area]);
		for (const known of ["common", "session", area] as const) expect(messages[known]).toBeTypeOf("object");
		expect(Object.keys(messages[area])).toEqual(Object.keys(all[area]));
	}
});

test.each(LANGUAGES)("every other area is waited for, and then is what the server has (%s)", async (language) => {
	const all = await loadMessages(language);
	const messages = await (await newBrowser())(language, []);
	expect(Object.keys(messages).sort()).toEqual(Object.keys(all).sort());
	for (const area of AREAS) {
		await thrownBy(messages, area);
		expect(Object.keys(messages[area])).toEqual(Object.keys(all[area]));
	}
});

test("the server lets a page say what its route names, and nothing else", async () => {
	const all = await loadMessages("de");
	const messages = onlyNamed(all, ["facilitator", "create"]);
	for (const known of ["common", "session", "facilitator", "create"] as const) {
		expect(messages[known]).toBe(all[known]);
	}
	for (const other of ["help", "join", "legal", "sheet", "start"] as const)
		expect(() => messages[other]).toThrow(other);
});

test("the document names areas that exist, and nothing else counts", () => {
	expect(readPageTexts("create legal")).toEqual(["create", "legal"]);
	expect(readPageTexts("constructor session  help")).toEqual(["help"]);
	expect(readPageTexts("")).toEqual([]);
	expect(readPageTexts(undefined)).toEqual([]);
});

/** What React is handed by a component that has to wait. */
function thrownBy(messages: Messages, area: Area): Promise<unknown> {
	try {
		messages[area];
	} catch (thrown) {
		if (thrown instanceof Promise) return thrown;
	}
	throw new Error(`${area} did not suspend`);
}
