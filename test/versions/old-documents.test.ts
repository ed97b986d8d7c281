import { describe, expect, it, test } from "vitest";
import * as Y from "yjs";
import { readLibrary } from "../../server/library.ts";
import { reportBlock } from "../../worksheets/blocks/registry.ts";
import { readWorksheet } from "../../worksheets/document/read.ts";
import { plainLines } from "../../worksheets/report/plain-lines.ts";
import { reportWorksheet } from "../../worksheets/report/worksheet-report.ts";
import { worksheetSchema } from "../../worksheets/schema/worksheet.ts";
import { answerIds } from "./answer-ids.ts";
import { keptSheets } from "./kept.ts";
import { RETIRED } from "./retired.ts";

/**
 * A workshop keeps the definition it was created with. These were made by older releases; what people wrote into them
 * has to be found by this one.
 */
const sheets = keptSheets();

function opened({ kept }: (typeof sheets)[number]) {
	const doc = new Y.Doc();
	Y.applyUpdate(doc, Buffer.from(kept.update, "base64"));
	return readWorksheet(doc, worksheetSchema.parse(kept.definition));
}

/** Long words may be broken in another place by now. */
function whole(text: string): string {
	return text.replaceAll("\u00ad", "");
}

describe.each(sheets.map((sheet) => [sheet.file, sheet] as const))("%s", (_file, sheet) => {
	const answered = opened(sheet);
	const blocks = answered.sections.flatMap((section) => section.blocks);

	it("reads with every answer at its question", () => {
		const said = blocks.flatMap(({ definition, answers }) =>
			answers.map(({ name, answer, state }) => {
				const text = whole(plainLines(reportBlock(definition, answer, "de")).join("\n"));
				return { name, text, done: state === "done" };
			}),
		);
		const lost = sheet.kept.answers.flatMap(({ name, texts, done }) => {
			const found = said.find((question) => question.name === name);
			if (found === undefined) return [`${name} is not asked any more`];
			if (found.done !== done) return [`${name} is ${done ? "no longer" : "suddenly"} marked as done`];
			return texts.filter((text) => !found.text.includes(whole(text))).map((text) => `${name}: ${text}`);
		});
		expect(lost).toEqual([]);
	});

	it("comes whole into the report", () => {
		const report = whole(plainLines(reportWorksheet(answered, "de", { headingLevel: 2 })).join("\n"));
		const texts = sheet.kept.answers.flatMap((answer) => answer.texts);
		expect(texts.length).toBeGreaterThan(3);
		expect(texts.filter((text) => !report.includes(whole(text)))).toEqual([]);
	});
});

test("among what is kept is every type of block", () => {
	const types = new Set(
		sheets.flatMap((sheet) =>
			opened(sheet).sections.flatMap(({ blocks }) => blocks.map(({ definition }) => definition.type)),
		),
	);
	expect([...types].sort()).toMatchInlineSnapshot(`
		[
		  "actions",
		  "actor-map",
		  "checklist",
		  "choice",
		  "decision",
		  "generated",
		  "matrix",
		  "module-assessment",
		  "multi-choice",
		  "ranking",
		  "rich-text",
		  "scale",
		  "table",
		  "text",
		]
	`);
});

describe("a newer version of a worksheet", () => {
	const library = readLibrary();
	const newer = sheets.flatMap(({ kept }) => {
		const old = worksheetSchema.parse(kept.definition);
		const now = library.worksheet(old.id);
		return now === undefined ? [] : [{ old, now, label: `${old.id}, version ${old.version} to ${now.version}` }];
	});

	it.each(newer.map((pair) => [pair.label, pair] as const))("still knows every answer: %s", (_label, { old, now }) => {
		const known = new Set(answerIds(now));
		const retired = Object.keys(RETIRED[old.id] ?? {});
		expect(answerIds(old).filter((id) => !known.has(id) && !retired.includes(id))).toEqual([]);
	});

	it.each(newer.map((pair) => [pair.label, pair] as const))("has another number: %s", (_label, { old, now }) => {
		if (now.version === old.version) expect(now).toEqual(old);
		else expect(now.version).toBeGreaterThan(old.version);
	});

	it("lists nothing as retired that is there, or never was", () => {
		for (const [id, retired] of Object.entries(RETIRED)) {
			const now = new Set(newer.filter((pair) => pair.now.id === id).flatMap((pair) => answerIds(pair.now)));
			const before = new Set(newer.filter((pair) => pair.old.id === id).flatMap((pair) => answerIds(pair.old)));
			for (const [path, goes] of Object.entries(retired)) {
				expect(now.has(path), path).toBe(false);
				expect(before.has(path), path).toBe(true);
				expect(goes.length, path).toBeGreaterThan(10);
			}
		}
	});

	it("is never a worksheet less", () => {
		const gone = sheets
			.map(({ kept }) => kept.definition.id)
			.filter((id) => id !== "every-block" && library.worksheet(id) === undefined);
		expect(gone).toEqual([]);
	});
});
