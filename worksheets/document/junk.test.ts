import fc from "fast-check";
import { describe, expect, it } from "vitest";
import * as Y from "yjs";
import { toMarkdown } from "../report/markdown.ts";
import { reportWorksheet } from "../report/worksheet-report.ts";
import { everyBlock } from "./every-block.fixture.ts";
import { planted, plants } from "./junk.fixture.ts";
import { progressOf } from "./progress.ts";
import { readWorksheet } from "./read.ts";

function overTheWire(doc: Y.Doc): Y.Doc {
	const copy = new Y.Doc();
	Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc));
	return copy;
}

describe("a document full of junk", () => {
	it("is read without throwing, as plain JSON, and is only looked at", () => {
		fc.assert(
			fc.property(plants, (entries) => {
				const written = planted(entries);
				// As the author's own document, whose names have types already, and as it arrives at the server.
				for (const doc of [written, overTheWire(written)]) {
					const before = Y.encodeStateAsUpdate(doc);
					const answered = readWorksheet(doc, everyBlock);
					expect(JSON.parse(JSON.stringify(answered))).toStrictEqual(answered);
					for (const language of ["de", "en"] as const) {
						toMarkdown(reportWorksheet(answered, language, { headingLevel: 2 }));
					}
					progressOf(doc, everyBlock);
					expect(Buffer.compare(Y.encodeStateAsUpdate(doc), before)).toBe(0);
				}
			}),
			{ seed: 66, numRuns: 400 },
		);
	});

	it("leaves the prototype of every object alone", () => {
		const doc = new Y.Doc();
		for (const name of ["modules", "form", "paths", "grid"]) doc.getMap(name).set("__proto__", { polluted: true });
		readWorksheet(doc, everyBlock);
		expect(Object.hasOwn(Object.prototype, "polluted")).toBe(false);
	});

	it("survives more formatted pieces than a call takes arguments", () => {
		const doc = new Y.Doc();
		const text = new Y.XmlText();
		doc.getXmlFragment("goal").insert(0, [text]);
		const pieces = Array.from({ length: 130_000 }, (_, index) => ({
			insert: "x",
			attributes: { bold: index % 2 === 0 ? {} : null },
		}));
		text.applyDelta(pieces);
		const goal = readWorksheet(doc, everyBlock, { sections: ["single"] }).sections[0]?.blocks[0];
		expect(goal?.answers[0]?.state).toBe("started");
	});
});
