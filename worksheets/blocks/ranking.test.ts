import fc from "fast-check";
import { describe, expect, it } from "vitest";
import * as Y from "yjs";
import { blockOf } from "../document/every-block.fixture.ts";
import { rankingBlock } from "./ranking.ts";
import { place, removeOwnEntry, setOwnEntry, unplace } from "./ranking-write.ts";

const block = blockOf("ranking", "modules");

function placed(doc: Y.Doc): string[] {
	const { chosen, spare } = rankingBlock.read(doc, block);
	return [...chosen, ...spare].map((entry) => entry.id);
}

describe("ranking", () => {
	it("gives out places in the order of moving, the surplus is spare", () => {
		const doc = new Y.Doc();
		place(doc, block, undefined, "board", 0);
		place(doc, block, undefined, "circle", 0);
		place(doc, block, undefined, "constructor", 1);
		const answer = rankingBlock.read(doc, block);
		expect(answer.chosen.map((entry) => entry.id)).toEqual(["circle", "constructor"]);
		expect(answer.spare.map((entry) => entry.id)).toEqual(["board"]);
		expect(rankingBlock.report(block, answer, "de")).toEqual([
			{ kind: "list", ordered: true, items: ["Kreis", "Konstrukteur"] },
			{ kind: "facts", items: [{ label: "Außerdem genannt", value: "Beirat" }] },
		]);
	});

	it("keeps an own entry's name when it loses its place", () => {
		const doc = new Y.Doc();
		const own = setOwnEntry(doc, block, undefined, "x1", "Bildungs\u202ebüro");
		place(doc, block, undefined, own, 0);
		expect(rankingBlock.read(doc, block).chosen).toEqual([{ id: "own-x1", label: "Bildungsbüro" }]);
		unplace(doc, block, undefined, own);
		expect(rankingBlock.read(doc, block)).toEqual({
			chosen: [],
			spare: [],
			unplaced: [{ id: "own-x1", label: "Bildungsbüro" }],
		});
		removeOwnEntry(doc, block, undefined, own);
		expect(rankingBlock.read(doc, block).unplaced).toEqual([]);
	});

	it("keeps both entries when two people fill the last place at once", () => {
		const a = new Y.Doc();
		const b = new Y.Doc();
		place(a, block, undefined, "board", 0);
		Y.applyUpdate(b, Y.encodeStateAsUpdate(a));
		place(a, block, undefined, "circle", 1);
		place(b, block, undefined, "constructor", 1);
		Y.applyUpdate(b, Y.encodeStateAsUpdate(a));
		Y.applyUpdate(a, Y.encodeStateAsUpdate(b));
		expect(placed(a)).toEqual(["board", "circle", "constructor"]);
		expect(placed(b)).toEqual(placed(a));
	});

	it("puts an entry where it was asked to, after any moves and with any orders already there", () => {
		const order = fc.oneof(fc.double({ noNaN: true, noDefaultInfinity: true }), fc.integer({ min: 0, max: 2 }));
		const move = fc.tuple(fc.constantFrom("board", "circle", "constructor"), fc.integer({ min: -1, max: 4 }));
		fc.assert(
			fc.property(fc.tuple(order, order, order), fc.array(move, { maxLength: 60 }), (orders, moves) => {
				const doc = new Y.Doc();
				const map = doc.getMap("modules");
				for (const [index, id] of ["board", "circle", "constructor"].entries()) map.set(id, orders[index]);
				for (const [id, position] of moves) {
					const expected = placed(doc).filter((other) => other !== id);
					expected.splice(Math.max(0, position), 0, id);
					place(doc, block, undefined, id, position);
					expect(placed(doc)).toEqual(expected);
				}
			}),
			{ seed: 6, numRuns: 150 },
		);
	});
});
