import { expect, test } from "vitest";
import { LIMITS } from "../../../worksheets/contract/limits.ts";
import { changed, type Draft, leftOut, moved, presetOf, problemsOf } from "./draft.ts";

const row = (id: string, label = id, help = "") => ({ id, label, help });
const DRAFT: Draft = [row("a"), row("b"), row("c")];
const ids = (draft: Draft) => draft.map(({ id }) => id).join("");

test("a row moves by one place and stays within the list", () => {
	expect(ids(moved(DRAFT, "b", -1))).toBe("bac");
	expect(ids(moved(DRAFT, "b", 1))).toBe("acb");
	expect(moved(DRAFT, "a", -1)).toBe(DRAFT);
	expect(moved(DRAFT, "c", 1)).toBe(DRAFT);
	expect(moved(DRAFT, "x", 1)).toBe(DRAFT);
});

test("it is a preset word for word, apart from blanks that nobody sees", () => {
	const preset = { id: "p", title: "P", dimensions: DRAFT };
	expect(presetOf([row("a", " a "), row("b"), row("c")], [preset])).toBe(preset);
	expect(presetOf(moved(DRAFT, "b", 1), [preset])).toBeUndefined();
	expect(presetOf(changed(DRAFT, "a", { help: "mehr" }), [preset])).toBeUndefined();
	expect(presetOf(DRAFT.slice(1), [preset])).toBeUndefined();
});

test("what keeps it from being stored is told row by row", () => {
	expect(problemsOf(DRAFT)).toEqual([]);
	const long = "x".repeat(LIMITS.dimensionCodePoints + 1);
	const help = "ü".repeat(LIMITS.dimensionHelpCodePoints + 1);
	expect(problemsOf([row("a", " "), row("b", long, help), row("c", "doppelt"), row("d", "doppelt ")])).toEqual([
		{ id: "a", part: "label", what: "missing" },
		{ id: "b", part: "label", what: "long" },
		{ id: "b", part: "help", what: "helpLong" },
		{ id: "d", part: "label", what: "twice" },
	]);
});

test("left out is what was known and is not there, in its latest words", () => {
	expect(leftOut([row("b")], DRAFT, [row("c", "neuer"), row("d")])).toEqual([row("a"), row("c", "neuer"), row("d")]);
});
