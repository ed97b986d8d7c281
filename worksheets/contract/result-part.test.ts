import { expect, test } from "vitest";
import { type ResultPart, readResultPart, resultPartQuery } from "./result-part.ts";

const PARTS: ResultPart[] = [
	{ kind: "all" },
	{ kind: "unit", unit: "Kreis Ahlen & Beckum" },
	{ kind: "group", group: "AAAAAAAAAAAAAAAAAAAAAA" },
	{ kind: "own" },
	{ kind: "measures" },
	{ kind: "decision", body: null },
	{ kind: "decision", body: "Ausschuss für Schule + Bildung" },
];

test("every part is found again by its address", () => {
	for (const part of PARTS) {
		const query = Object.fromEntries(new URLSearchParams(resultPartQuery(part)));
		expect(readResultPart(query)).toEqual(part);
	}
});

test("two parts at once, a part there is not, and a body of nothing are refused", () => {
	expect(readResultPart({ unit: "Ahlen", group: "A" })).toBeNull();
	expect(readResultPart({ group: "A", part: "own" })).toBeNull();
	expect(readResultPart({ part: "everything" })).toBeNull();
	expect(readResultPart({ part: "measures", body: "Rat" })).toBeNull();
	expect(readResultPart({ group: ["A", "B"] })).toBeNull();
});

test("what else an address says is none of its business", () => {
	expect(readResultPart({ utm: "x" })).toEqual({ kind: "all" });
});
