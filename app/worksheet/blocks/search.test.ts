import { describe, expect, it } from "vitest";
import { matches } from "./search.ts";

const committee = {
	label: { de: "Lenkungs\u00adgruppe", en: "Steering committee" },
	aliases: ["Steuerungskreis", "Ämterrunde"],
};

describe("searching options", () => {
	it.each(["lenkungsgruppe", "GRUPPE", "steuerung", "ämter", "aemter", "", " "])("finds it by „%s“", (typed) => {
		expect(matches(committee, typed, "de")).toBe(true);
	});

	it("does not find what is not there, nor names of the other language", () => {
		expect(matches(committee, "beirat", "de")).toBe(false);
		expect(matches(committee, "steering", "de")).toBe(false);
	});

	it("finds own entries, which have one name", () => {
		expect(matches({ label: "Runder Tisch" }, "tisch", "en")).toBe(true);
	});
});
