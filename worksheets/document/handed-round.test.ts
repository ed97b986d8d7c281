import { expect, test } from "vitest";
import * as Y from "yjs";
import { place } from "../blocks/ranking-write.ts";
import { richTextOf } from "../blocks/rich-text.ts";
import { textOf } from "../blocks/text.ts";
import { blockOf, everyBlock } from "./every-block.fixture.ts";
import { withoutJudgements } from "./handed-round.ts";
import { readWorksheet } from "./read.ts";

test("without judgements a sheet keeps what was written, and nothing tells what was chosen but an answer to it", () => {
	const doc = new Y.Doc();
	const modules = blockOf("ranking", "modules");
	place(doc, modules, undefined, "board", 0);
	place(doc, modules, undefined, "circle", 1);
	textOf(doc, blockOf("text", "name"), undefined).insert(0, "Ada");
	const paragraph = new Y.XmlElement("paragraph");
	paragraph.insert(0, [new Y.XmlText("Weil er passt")]);
	richTextOf(doc, blockOf("rich-text", "why"), "circle").insert(0, [paragraph]);

	const kept = withoutJudgements(readWorksheet(doc, everyBlock)).sections;
	expect(kept.map(({ id }) => id)).toEqual(["repeated", "single"]);
	expect(kept.map(({ blocks }) => blocks.map(({ definition }) => definition.type))).toEqual([
		["rich-text"],
		["rich-text", "rich-text", "text", "text", "table", "actions", "actor-map", "synthesis"],
	]);
	expect(kept[0]?.blocks[0]?.answers.map(({ item }) => item?.id)).toEqual(["circle"]);
	expect(JSON.stringify(kept)).toContain("Ada");
});
