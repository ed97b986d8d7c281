import { describe, expect, it } from "vitest";
import type { Worksheet } from "../schema/worksheet.ts";
import { allowedName } from "./names.ts";

const label = { de: "Frage", en: "Question" };
const worksheet: Worksheet = {
	kind: "worksheet",
	id: "sheet",
	version: 1,
	title: label,
	purpose: label,
	sections: [
		{ id: "one", title: label, blocks: [{ id: "goal", type: "rich-text", label }] },
		{
			id: "two",
			title: label,
			blocks: [{ id: "why", type: "rich-text", label, repeat: { over: "modules" } }],
		},
	],
};

describe("allowedName", () => {
	const allowed = allowedName(worksheet);

	it.each(["goal", "why", "why/steering-group", "why/own-Ab3_x", "why/a.b.c", "done"])("takes %s", (name) => {
		expect(allowed(name)).toBe(true);
	});

	it.each([
		"",
		"/",
		"other",
		"goal/item",
		"why/",
		"why//",
		"why/a/b",
		"why/a.b.c.d",
		"why/ä",
		"done/goal",
		"__proto__",
		"constructor",
		`why/${"x".repeat(65)}`,
		"why/a\n",
	])("refuses %j", (name) => {
		expect(allowed(name)).toBe(false);
	});
});
