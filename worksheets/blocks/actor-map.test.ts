import fc from "fast-check";
import { describe, expect, it } from "vitest";
import * as Y from "yjs";
import { blockOf } from "../document/every-block.fixture.ts";
import { placeOf, placesOf, QUADRANTS, quadrantOf, setPlace, stepFrom } from "./actor-board.ts";
import { actorMapBlock, setReleased } from "./actor-map.ts";
import type { Cell } from "./cells.ts";
import { addRow, cellText, removeRow, setCell } from "./table.ts";

const block = blockOf("actor-map", "actors");
const read = (doc: Y.Doc) => actorMapBlock.read(doc, block);
const outside = (doc: Y.Doc) => actorMapBlock.forOutside?.(block, read(doc)) ?? read(doc);

function named(doc: Y.Doc, ...names: string[]): Y.Doc {
	for (const name of names) {
		addRow(doc, block, undefined, name);
		cellText(doc, block, undefined, name, "name")?.insert(0, name);
	}
	return doc;
}

/** Two replicas that know the same. */
function twins(doc: Y.Doc): [Y.Doc, Y.Doc] {
	const copies = [new Y.Doc(), new Y.Doc()] as [Y.Doc, Y.Doc];
	for (const copy of copies) Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc));
	return copies;
}

function exchange(a: Y.Doc, b: Y.Doc): void {
	Y.applyUpdate(b, Y.encodeStateAsUpdate(a));
	Y.applyUpdate(a, Y.encodeStateAsUpdate(b));
}

describe("the board", () => {
	it("is the two ratings, whichever way they came about", () => {
		const doc = named(new Y.Doc(), "Schulamt");
		setCell(doc, block, undefined, "Schulamt", "influence", 4);
		const row = () => read(doc).rows[0] ?? { id: "", cells: {} };
		expect(placeOf(block, row())).toBeNull();
		setCell(doc, block, undefined, "Schulamt", "interest", "unknown");
		expect(placeOf(block, row())).toBeNull();
		setPlace(doc, block, undefined, "Schulamt", { across: 2, up: 3 });
		expect(row().cells).toMatchObject({ interest: 2, influence: 3 });
		expect(placeOf(block, row())).toEqual({ across: 2, up: 3 });
		setPlace(doc, block, undefined, "Schulamt", null);
		expect(row().cells).toMatchObject({ interest: null, influence: null });
		setPlace(doc, block, undefined, "gone", { across: 2, up: 3 });
		expect(read(doc).rows).toHaveLength(1);
	});

	it.each([
		[3, 3, "both"],
		[3, 2, "across"],
		[2, 3, "up"],
		[2, 2, "neither"],
	])("has interest %i and influence %i in its quarter", (across, up, quadrant) => {
		expect(quadrantOf(block, { across, up })).toBe(quadrant);
	});

	it("has each place in one of its quarters, high influence first", () => {
		expect(placesOf(block, "up")).toEqual([
			[
				{ across: 1, up: 4 },
				{ across: 2, up: 4 },
			],
			[
				{ across: 1, up: 3 },
				{ across: 2, up: 3 },
			],
		]);
		for (const quadrant of QUADRANTS) {
			for (const place of placesOf(block, quadrant).flat()) expect(quadrantOf(block, place)).toBe(quadrant);
		}
		expect(
			new Set(QUADRANTS.flatMap((quadrant) => placesOf(block, quadrant).flat()).map((place) => JSON.stringify(place)))
				.size,
		).toBe(16);
	});

	it("is walked one point at a time, never over its edge, and entered at the lowest point", () => {
		const at = (influence: Cell, interest: Cell) => ({ id: "r", cells: { influence, interest } });
		expect(stepFrom(block, at(3, 1), "up")).toEqual({ up: 4, across: 1 });
		expect(stepFrom(block, at(4, 1), "up")).toEqual({ up: 4, across: 1 });
		expect(stepFrom(block, at(3, 1), "left")).toEqual({ up: 3, across: 1 });
		expect(stepFrom(block, at(3, 1), "right")).toEqual({ up: 3, across: 2 });
		expect(stepFrom(block, at(null, "unknown"), "down")).toEqual({ up: 1, across: 1 });
		expect(stepFrom(block, at(3, null), "right")).toEqual({ up: 3, across: 1 });
		expect(stepFrom(block, at(3, null), "up")).toEqual({ up: 4, across: 1 });
	});

	it("comes to one place where several people move the same actor at once", () => {
		const point = fc.integer({ min: 1, max: 4 });
		const move = fc.record({
			by: fc.integer({ min: 0, max: 1 }),
			actor: fc.constantFrom("Schulamt", "Kammer"),
			place: fc.option(fc.record({ across: point, up: point })),
			meets: fc.boolean(),
		});
		fc.assert(
			fc.property(fc.array(move, { maxLength: 20 }), (moves) => {
				const [a, b] = twins(named(new Y.Doc(), "Schulamt", "Kammer"));
				for (const { by, actor, place, meets } of moves) {
					setPlace(by === 0 ? a : b, block, undefined, actor, place);
					if (meets) exchange(a, b);
				}
				exchange(a, b);
				expect(read(b)).toEqual(read(a));
				for (const row of read(a).rows) {
					const touched = moves.filter(({ actor }) => actor === row.id);
					const last = touched.at(-1);
					// Alone, a person's last move stands.
					if (last && new Set(touched.map(({ by }) => by)).size === 1) expect(placeOf(block, row)).toEqual(last.place);
				}
			}),
			{ seed: 13, numRuns: 300 },
		);
	});

	it("keeps a place that is given while the actor is taken out of sight", () => {
		const [a, b] = twins(named(new Y.Doc(), "Schulamt"));
		removeRow(a, block, undefined, "Schulamt");
		setPlace(b, block, undefined, "Schulamt", { across: 1, up: 4 });
		exchange(a, b);
		expect(read(b)).toEqual(read(a));
		expect(read(a).rows).toEqual([]);
	});
});

describe("what outsiders see", () => {
	function rated(): Y.Doc {
		const doc = named(new Y.Doc(), "Schulamt", "Kammer");
		setCell(doc, block, undefined, "Schulamt", "field", "board");
		setCell(doc, block, undefined, "Schulamt", "active", "no");
		setPlace(doc, block, undefined, "Schulamt", { across: 4, up: 1 });
		return doc;
	}

	it("is who was named, and that the group keeps the ratings to itself, until it releases them", () => {
		const doc = rated();
		expect(read(doc).ratings).toBe("group");
		expect(outside(doc)).toEqual({
			ratings: "withheld",
			rows: [
				{ id: "Schulamt", cells: { name: "Schulamt", field: "board", influence: null, interest: null, active: null } },
				{ id: "Kammer", cells: { name: "Kammer", field: null, influence: null, interest: null, active: null } },
			],
		});
		setReleased(doc, block, undefined, true);
		expect(outside(doc)).toEqual(read(doc));
		expect(read(doc).ratings).toBe("open");
		setReleased(doc, block, undefined, false);
		expect(outside(doc).ratings).toBe("withheld");
	});

	it("is everything where the definition keeps nothing back", () => {
		const open = { ...block, private: false };
		const answer = actorMapBlock.read(rated(), open);
		expect(answer.ratings).toBe("open");
		expect(actorMapBlock.forOutside?.(open, answer)).toEqual(answer);
	});

	it("says on paper what was left out", () => {
		expect(actorMapBlock.report(block, outside(rated()), "de")).toEqual([
			{
				kind: "table",
				caption: "Wer",
				head: ["Name", "Bereich"],
				rows: [
					["Schulamt", "Beirat"],
					["Kammer", ""],
				],
				share: [3, 2],
			},
			{ kind: "note", text: "Die Einschätzungen hat die Gruppe nicht freigegeben." },
		]);
	});

	it("is on paper for the group: a table for each part, and the board as a list by quarter", () => {
		const doc = rated();
		addRow(doc, block, undefined, "x");
		setPlace(doc, block, undefined, "x", { across: 4, up: 4 });
		const [, ratings, title, board] = actorMapBlock.report(block, read(doc), "de");
		expect(ratings).toMatchObject({
			head: ["Name", "Einfluss", "Interesse", "Aktiv"],
			rows: [
				["Schulamt", "1 gering", "4 hoch", "Nein"],
				["Kammer", "", "", ""],
				["Ohne Namen", "4 hoch", "4 hoch", ""],
			],
		});
		expect(title).toEqual({ kind: "paragraph", text: "Einfluss × Interesse" });
		expect(board).toEqual({
			kind: "facts",
			items: [
				{ label: "eng einbinden", value: "Ohne Namen (Einfluss 4 hoch, Interesse 4 hoch)" },
				{ label: "überzeugen", value: "–" },
				{ label: "informieren", value: "Schulamt (Einfluss 1 gering, Interesse 4 hoch)" },
				{ label: "beobachten", value: "–" },
				{ label: "Noch nicht eingeordnet", value: "Kammer" },
			],
		});
	});
});
