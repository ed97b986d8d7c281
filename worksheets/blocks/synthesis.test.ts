import fc from "fast-check";
import { describe, expect, test } from "vitest";
import * as Y from "yjs";
import { blockOf } from "../document/every-block.fixture.ts";
import { type StatementSource, type SynthesisAnswer, synthesisBlock } from "./synthesis.ts";
import { add, follow, MOST_CLUSTERS, moveCluster, moveStatement, remove, restore, textOf } from "./synthesis-write.ts";

const block = blockOf("synthesis", "board");
const read = (doc: Y.Doc) => synthesisBlock.read(doc, block);
const source: StatementSource = {
	document: "d".repeat(22),
	question: "outcome",
	part: "key-message",
	name: "Gruppe B: Reflexion",
	said: "0123456789abcdef",
};

/** By name of cluster, then what is loose: the ids in order. */
function picture({ clusters, loose }: SynthesisAnswer): Record<string, string[]> {
	const ids = (statements: readonly { id: string }[]) => statements.map(({ id }) => id);
	return { ...Object.fromEntries(clusters.map(({ id, statements }) => [id, ids(statements)])), "": ids(loose) };
}

function board(): Y.Doc {
	const doc = new Y.Doc();
	for (const id of ["A", "B"]) add(doc, block, "cluster", { id, text: `Feld ${id}` });
	for (const id of ["1", "2", "3"]) add(doc, block, "statement", { id, text: `Aussage ${id}` });
	return doc;
}

describe("the board", () => {
	test("statements are added at the end, moved to any place and stay what they are", () => {
		const doc = board();
		expect(picture(read(doc))).toEqual({ A: [], B: [], "": ["1", "2", "3"] });
		moveStatement(doc, block, "3", "A", 0);
		moveStatement(doc, block, "1", "A", 0);
		moveStatement(doc, block, "2", "A", 1);
		expect(picture(read(doc))).toEqual({ A: ["1", "2", "3"], B: [], "": [] });
		moveStatement(doc, block, "1", "A", 2);
		moveStatement(doc, block, "2", null, 9);
		expect(picture(read(doc))).toEqual({ A: ["3", "1"], B: [], "": ["2"] });
		moveStatement(doc, block, "2", "gone", 0);
		moveStatement(doc, block, "gone", "A", 0);
		expect(picture(read(doc))).toEqual({ A: ["3", "1"], B: [], "": ["2"] });
		moveCluster(doc, block, "B", 0);
		expect(read(doc).clusters.map(({ name }) => name)).toEqual(["Feld B", "Feld A"]);
	});

	test("a cluster that goes leaves its statements loose, and has them again when it is back", () => {
		const doc = board();
		for (const id of ["1", "2"]) moveStatement(doc, block, id, "A", 9);
		remove(doc, block, "cluster", "A");
		expect(picture(read(doc))).toEqual({ B: [], "": ["1", "2", "3"] });
		expect(restore(doc, block, "cluster", "A")).toBe(true);
		expect(picture(read(doc))).toEqual({ A: ["1", "2"], B: [], "": ["3"] });
		remove(doc, block, "statement", "1");
		expect(picture(read(doc))).toEqual({ A: ["2"], B: [], "": ["3"] });
		expect(restore(doc, block, "statement", "1")).toBe(true);
		expect(picture(read(doc))).toEqual({ A: ["1", "2"], B: [], "": ["3"] });
	});

	test("it takes no more than fits", () => {
		const doc = new Y.Doc();
		for (let index = 0; index < MOST_CLUSTERS; index += 1) {
			expect(add(doc, block, "cluster", { id: `c${index}`, text: "" })).toBe(true);
		}
		expect(add(doc, block, "cluster", { id: "more", text: "" })).toBe(false);
		expect(read(doc).clusters).toHaveLength(MOST_CLUSTERS);
		expect(synthesisBlock.isEmpty(read(doc))).toBe(true);
	});

	test("a source is kept, and what it says by now is taken or left", () => {
		const doc = new Y.Doc();
		add(doc, block, "statement", { id: "1", text: "Alt", source: { ...source, name: "x".repeat(400) } });
		expect(read(doc).loose[0]?.source).toEqual({ ...source, name: "x".repeat(300) });
		follow(doc, block, "1", { said: "new" });
		expect(read(doc).loose[0]).toMatchObject({ text: "Alt", source: { said: "new" } });
		follow(doc, block, "1", { said: "newer", text: "Neu" });
		expect(read(doc).loose[0]).toMatchObject({ text: "Neu", source: { said: "newer" } });
		textOf(doc, block, "statement", "1")?.insert(3, "!");
		expect(read(doc).loose[0]?.text).toBe("Neu!");
	});

	test("two who take the same change at once have it once", () => {
		const [one, two] = apart(() => {
			const doc = new Y.Doc();
			add(doc, block, "statement", { id: "1", text: "Alt", source });
			return doc;
		});
		follow(one, block, "1", { said: "new", text: "Neu" });
		follow(two, block, "1", { said: "new", text: "Neu" });
		meet(one, two);
		for (const doc of [one, two]) expect(read(doc).loose).toMatchObject([{ text: "Neu", source: { said: "new" } }]);
	});

	test("it is told as clusters with their statements and where each is from", () => {
		const doc = board();
		add(doc, block, "statement", { id: "4", text: "Mehr Zeit\n für Übergaben", source, cluster: "B" });
		moveStatement(doc, block, "1", "B", 9);
		moveStatement(doc, block, "2", "B", 9);
		remove(doc, block, "statement", "2");
		expect(synthesisBlock.report(block, read(doc), "de")).toEqual([
			{ kind: "heading", level: 4, text: "Feld A" },
			{ kind: "note", text: "Noch keine Aussagen" },
			{ kind: "heading", level: 4, text: "Feld B" },
			{
				kind: "list",
				ordered: false,
				items: ["Mehr Zeit für Übergaben (aus Gruppe B: Reflexion)", "Aussage 1"],
			},
			{ kind: "heading", level: 4, text: "Noch keinem Themenfeld zugeordnet" },
			{ kind: "list", ordered: false, items: ["Aussage 3"] },
		]);
		const loose = new Y.Doc();
		add(loose, block, "statement", { id: "1", text: "Nur das" });
		expect(synthesisBlock.report(block, read(loose), "en")).toEqual([
			{ kind: "list", ordered: false, items: ["Nur das"] },
		]);
	});

	test("what nobody can make sense of has no place and no source, and is still there", () => {
		const doc = new Y.Doc();
		const row = (entries: [string, unknown][]) => new Y.Map<unknown>([["text", new Y.Text("da")], ...entries]);
		doc.getArray("board").push([
			row([
				["id", "a"],
				["place", { order: Number.NaN, cluster: "A" }],
				["source", { document: "javascript:1", question: "x", name: "", said: "" }],
			]),
			row([
				["id", "b"],
				["place", { order: 1e308, cluster: 7 }],
				["source", "Gruppe B"],
			]),
			row([
				["id", "c"],
				["place", { order: 1e308 }],
			]),
			"no row",
		]);
		expect(read(doc)).toEqual({
			clusters: [],
			loose: ["a", "b", "c"].map((id) => ({ id, text: "da" })),
		});
		moveStatement(doc, block, "a", null, 2);
		moveStatement(doc, block, "c", null, 0);
		expect(picture(read(doc))).toEqual({ "": ["c", "b", "a"] });
		expect(add(doc, block, "statement", { id: "d", text: "neu" })).toBe(true);
		expect(picture(read(doc))).toEqual({ "": ["c", "b", "a", "d"] });
	});
});

function copyOf(doc: Y.Doc): Y.Doc {
	const copy = new Y.Doc();
	Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc));
	return copy;
}

function apart(make: () => Y.Doc): [Y.Doc, Y.Doc] {
	const doc = make();
	return [doc, copyOf(doc)];
}

function meet(one: Y.Doc, two: Y.Doc): void {
	const [first, second] = [Y.encodeStateAsUpdate(one), Y.encodeStateAsUpdate(two)];
	Y.applyUpdate(two, first);
	Y.applyUpdate(one, second);
}

const act = fc.record({
	who: fc.nat(2),
	what: fc.constantFrom("add", "cluster", "move", "move", "move", "order", "drop", "write", "meet"),
	a: fc.nat(20),
	b: fc.nat(20),
	c: fc.nat(6),
});

describe("several people at one board", () => {
	test("no statement is lost or there twice, whatever they move at once, and all see the same in the end", () => {
		fc.assert(
			fc.property(fc.array(act, { minLength: 5, maxLength: 60 }), (acts) => {
				const begun = board();
				const docs = [begun, copyOf(begun), copyOf(begun)];
				const added = new Set(["1", "2", "3"]);
				for (const [index, { who, what, a, b, c }] of acts.entries()) {
					const doc = docs[who] ?? begun;
					const { clusters, loose } = read(doc);
					const all = [...clusters.flatMap(({ statements }) => statements), ...loose];
					const statement = all[a % Math.max(1, all.length)]?.id;
					const cluster = clusters[b % (clusters.length + 1)]?.id;
					if (what === "add" && add(doc, block, "statement", { id: `s${index}`, text: `s${index}` }))
						added.add(`s${index}`);
					if (what === "cluster") add(doc, block, "cluster", { id: `c${index}`, text: `c${index}` });
					if (what === "move" && statement !== undefined) moveStatement(doc, block, statement, cluster ?? null, c);
					if (what === "order" && cluster !== undefined) moveCluster(doc, block, cluster, c);
					if (what === "drop" && cluster !== undefined) remove(doc, block, "cluster", cluster);
					if (what === "write" && statement !== undefined) textOf(doc, block, "statement", statement)?.insert(0, "x");
					if (what === "meet") meet(doc, docs[c % docs.length] ?? begun);
					const seen = Object.values(picture(read(doc))).flat();
					expect(new Set(seen).size).toBe(seen.length);
				}
				for (let round = 0; round < 2; round += 1) for (const one of docs) for (const two of docs) meet(one, two);
				const [first, ...others] = docs.map((doc) => read(doc));
				for (const other of others) expect(other).toEqual(first);
				const seen = Object.values(picture(first ?? read(begun))).flat();
				expect(seen.sort()).toEqual([...added].sort());
			}),
			{ seed: 2511, numRuns: 300 },
		);
	});

	test("of two who move one statement at once, one decides where it stands", () => {
		const places = fc.tuple(fc.constantFrom("A", "B", null), fc.nat(3));
		fc.assert(
			fc.property(places, places, ([toOne, atOne], [toTwo, atTwo]) => {
				const [one, two] = apart(board);
				moveStatement(one, block, "2", toOne, atOne);
				moveStatement(two, block, "2", toTwo, atTwo);
				const wanted = [one, two].map((doc) => JSON.stringify(picture(read(doc))));
				meet(one, two);
				expect(read(one)).toEqual(read(two));
				expect(wanted).toContain(JSON.stringify(picture(read(one))));
			}),
			{ seed: 2512, numRuns: 100 },
		);
	});
});
