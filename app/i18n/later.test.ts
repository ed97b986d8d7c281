import { expect, test } from "vitest";
import { later } from "./later.ts";

test("what could not be loaded is thrown as it is, and not asked for again", async () => {
	let asked = 0;
	const texts = later(async () => {
		asked++;
		throw new TypeError("no line");
	});
	await expect(texts.load()).rejects.toThrow("no line");
	expect(texts.read).toThrow(TypeError);
	expect(asked).toBe(1);
});

test("reading suspends until it is there, however often it is asked", async () => {
	let asked = 0;
	const texts = later(async () => {
		asked++;
		return "Hilfe";
	});
	const thrown = thrownBy(texts.read);
	expect(thrownBy(texts.read)).toBe(thrown);
	await thrown;
	expect(texts.read()).toBe("Hilfe");
	expect(asked).toBe(1);
});

test("what has been loaded before suspends nobody", async () => {
	const texts = later(async () => "Hilfe");
	await texts.load();
	expect(texts.read()).toBe("Hilfe");
});

function thrownBy(read: () => unknown): unknown {
	try {
		read();
	} catch (thrown) {
		return thrown;
	}
	throw new Error("it did not suspend");
}
