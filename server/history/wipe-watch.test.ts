import { expect, it } from "vitest";
import * as Y from "yjs";
import { lettersIn, WipeWatch } from "./wipe-watch.ts";

const watch = (letters: number, changedAt: number | null = 0) => new WipeWatch({ at: 0, letters, changedAt });

it("names the moment before over half of the text went", () => {
	const sheet = watch(300, 0);
	expect(sheet.see({ at: 60_000, letters: 500, changedAt: 59_500 })).toBeNull();
	expect(sheet.see({ at: 61_000, letters: 20, changedAt: 60_900 })).toBe(59_500);
});

it("adds up what goes piece by piece within ten seconds, and nothing that takes longer", () => {
	const quick = watch(1_000);
	const steps = [800, 640, 520, 420].map((letters, index) =>
		quick.see({ at: 30_000 + index * 2_000, letters, changedAt: 1 }),
	);
	expect(steps).toEqual([null, null, null, 0]);
	const slow = watch(1_000);
	for (let at = 5_000, letters = 900; letters >= 400; letters -= 100, at += 5_000) {
		expect(slow.see({ at, letters, changedAt: at })).toBeNull();
	}
});

it("knows what a sheet held that nobody touched for an hour", () => {
	expect(watch(400, 7).see({ at: 3_600_000, letters: 0, changedAt: 3_599_999 })).toBe(7);
});

it("lets small texts and smaller halves go without a word, and speaks once", () => {
	expect(watch(199).see({ at: 1, letters: 0, changedAt: 1 })).toBeNull();
	expect(watch(500).see({ at: 1, letters: 250, changedAt: 1 })).toBeNull();
	const sheet = watch(500);
	expect(sheet.see({ at: 1, letters: 249, changedAt: 1 })).toBe(0);
	expect(sheet.see({ at: 2, letters: 230, changedAt: 2 })).toBeNull();
});

it("does not hold against a sheet what was meant to change", () => {
	const sheet = watch(900);
	sheet.reset({ at: 10, letters: 100, changedAt: 10 });
	expect(sheet.see({ at: 20, letters: 90, changedAt: 20 })).toBeNull();
});

it("counts what can be read, wherever it stands", () => {
	const doc = new Y.Doc();
	doc.getText("line").insert(0, "zwölf Zeichen");
	doc.getText("line").delete(0, 6);
	doc.getMap("form").set("own", "vier");
	doc.getMap("form").set("number", 12);
	const row = new Y.Map<unknown>();
	doc.getArray("rows").push([row]);
	row.set("note", new Y.Text("drei"));
	expect(lettersIn(doc)).toBe(7 + 4 + 4);
	const copy = new Y.Doc();
	Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc));
	expect(lettersIn(copy)).toBe(15);
});
