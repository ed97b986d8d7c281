import fc from "fast-check";
import { describe, expect, it } from "vitest";
import * as Y from "yjs";
import { Authorship } from "./authorship.ts";
import { decodeUpdate } from "./update-decode.ts";

/** A document of the server's, and the judge over it. */
function sheet(owners: [number, string][] = []) {
	const doc = new Y.Doc();
	const authorship = new Authorship({ doc }, new Map(owners));
	return {
		doc,
		authorship,
		judge: (update: Uint8Array, author: string) => authorship.judge(decodeUpdate(update, 10_000), author),
		/** Accepts and applies, as the room does after a commit. */
		take(update: Uint8Array, author: string) {
			const decoded = decodeUpdate(update, 10_000);
			const judged = authorship.judge(decoded, author);
			if (judged.ok) {
				authorship.expect(decoded, author, judged.value.claims);
				Y.applyUpdate(doc, update);
				authorship.settle([]);
			}
			return judged;
		},
	};
}

/** A participant's own copy; `step` returns the update that one change makes. */
function writer(client: number, from?: Y.Doc) {
	const doc = new Y.Doc();
	doc.clientID = client;
	if (from !== undefined) {
		Y.applyUpdate(doc, Y.encodeStateAsUpdate(from));
	}
	return {
		doc,
		step(change: (text: Y.Text) => void): Uint8Array {
			const before = Y.encodeStateVector(doc);
			change(doc.getText("note"));
			return Y.encodeStateAsUpdate(doc, before);
		},
	};
}

/** Null for what is no update at all. */
function tryJudge<Judged>(judge: () => Judged): Judged | null {
	try {
		return judge();
	} catch {
		return null;
	}
}

/** One struct of `length` that holds nothing, under any id and clock: what an attacker would send. */
const hole = (client: number, clock: number, length: number) => Uint8Array.of(1, 1, client, clock, 0, length, 0);

describe("whose content it is", () => {
	it("gives a client id to whoever used it first", () => {
		const { take, judge } = sheet();
		const anna = writer(11);
		expect(
			take(
				anna.step((text) => text.insert(0, "abc")),
				"anna",
			),
		).toMatchObject({ value: { claims: [11] } });
		const next = anna.step((text) => text.insert(3, "d"));
		expect(judge(next, "anna")).toMatchObject({ ok: true, value: { claims: [] } });
		expect(judge(next, "ben")).toMatchObject({ ok: false, refused: "forbidden" });
	});

	it.each([
		["at the next clock", 3],
		["at a far clock", 100],
		["overlapping the end", 2],
	])("refuses a hole under a foreign id %s", (_name, clock) => {
		const { take, judge } = sheet();
		take(
			writer(11).step((text) => text.insert(0, "abc")),
			"anna",
		);
		expect(judge(hole(11, clock, 5), "ben")).toMatchObject({ refused: "forbidden" });
	});

	it("lets a foreign struct pass that everyone has already", () => {
		const { take, judge } = sheet();
		take(
			writer(11).step((text) => text.insert(0, "abc")),
			"anna",
		);
		expect(judge(hole(11, 0, 3), "ben")).toMatchObject({ ok: true, value: { nothingNew: true } });
	});

	it("refuses content under an id on its way to the disk", () => {
		const { authorship, judge } = sheet();
		const first = decodeUpdate(
			writer(11).step((text) => text.insert(0, "abc")),
			100,
		);
		authorship.expect(first, "anna", [11]);
		expect(judge(hole(11, 3, 1), "ben")).toMatchObject({ refused: "forbidden" });
	});

	it("keeps an id that was only seen in presence", () => {
		const { authorship, judge } = sheet();
		expect(authorship.reserve(11, "anna")).toBe(true);
		expect(authorship.reserve(11, "ben")).toBe(false);
		expect(judge(hole(11, 0, 1), "ben")).toMatchObject({ refused: "forbidden" });
		expect(judge(hole(11, 0, 1), "anna")).toMatchObject({ ok: true, value: { claims: [11] } });
	});

	it("gives up the oldest ids of an author who shows many", () => {
		const { authorship } = sheet();
		for (let client = 1; client <= 5; client += 1) {
			authorship.reserve(client, "anna", 4);
		}
		expect(authorship.reserve(1, "ben")).toBe(true);
		expect(authorship.reserve(2, "ben")).toBe(false);
	});

	it("lets people delete what others wrote, but not what they will write", () => {
		const { doc, take, judge } = sheet();
		take(
			writer(11).step((text) => text.insert(0, "abc")),
			"anna",
		);
		const ben = writer(12, doc);
		expect(
			judge(
				ben.step((text) => text.delete(0, 2)),
				"ben",
			),
		).toMatchObject({ ok: true, value: { nothingNew: false } });
		const inAdvance = Uint8Array.of(0, 1, 11, 1, 3, 50);
		expect(judge(inAdvance, "ben")).toMatchObject({ refused: "forbidden" });
		expect(judge(inAdvance, "anna")).toMatchObject({ ok: true, value: { gap: true } });
	});
});

describe("ten thousand forged updates", () => {
	it("add nothing under the victim's id", () => {
		const { take, judge } = sheet();
		const victim = writer(11);
		take(
			victim.step((text) => text.insert(0, "abcdef")),
			"anna",
		);
		const struct = fc.oneof(
			fc.integer({ min: 1, max: 100 }).map((length) => [0, length]),
			fc.integer({ min: 1, max: 100 }).map((length) => [10, length]),
			fc.nat(5).map((clock) => [0x84, 11, clock, 2, 0x68, 0x69]),
			fc.nat(5).map((clock) => [0x44, 11, clock, 1, 0x68]),
		);
		const deletion = fc.tuple(fc.nat(120), fc.integer({ min: 1, max: 100 }));
		const forgery = fc.tuple(fc.nat(120), fc.array(struct, { minLength: 1, maxLength: 4 }), fc.option(deletion));
		fc.assert(
			fc.property(forgery, ([clock, structs, deletes]) => {
				const ends = deletes === null ? [0] : [1, 11, 1, ...deletes];
				const update = Uint8Array.from([1, structs.length, 11, clock, ...structs.flat(), ...ends]);
				const judged = tryJudge(() => judge(update, "mallory"));
				const ownText = judged?.ok ? judged.value : null;
				expect(ownText === null || ownText.claims.length === 0).toBe(true);
				if (ownText !== null && !ownText.nothingNew) {
					// What is left to everybody: deleting what is there.
					const decoded = decodeUpdate(update, 10);
					expect(decoded.ranges.every(({ to }) => to <= 6)).toBe(true);
					expect(decoded.deletes.every(({ to }) => to <= 6)).toBe(true);
				}
			}),
			{ seed: 20261120, numRuns: 10_000 },
		);
		expect(
			judge(
				victim.step((text) => text.insert(6, "g")),
				"anna",
			),
		).toMatchObject({ value: { nothingNew: false } });
	});
});

describe("what is new", () => {
	it("is nothing when all of it is there, deletions too", () => {
		const { doc, take, judge } = sheet();
		const anna = writer(11);
		take(
			anna.step((text) => text.insert(0, "abcdef")),
			"anna",
		);
		take(
			anna.step((text) => text.delete(1, 3)),
			"anna",
		);
		expect(judge(Y.encodeStateAsUpdate(doc), "ben")).toMatchObject({ ok: true, value: { nothingNew: true } });
		const ben = writer(12, doc);
		expect(
			judge(
				ben.step((text) => text.delete(0, 1)),
				"ben",
			),
		).toMatchObject({ value: { nothingNew: false } });
	});

	it("knows a gap in one's own content and in what it refers to", () => {
		const { judge } = sheet();
		const anna = writer(11);
		anna.step((text) => text.insert(0, "lost"));
		const second = anna.step((text) => text.insert(4, "kept"));
		expect(judge(second, "anna")).toMatchObject({ ok: true, value: { gap: true, nothingNew: false } });
		const ben = writer(12, anna.doc);
		const beside = ben.step((text) => text.insert(2, "x"));
		expect(judge(beside, "ben")).toMatchObject({ ok: true, value: { gap: true, claims: [12, 11] } });
	});

	it("is nobody's where it stands beside what somebody else has not written yet", () => {
		const { take, judge } = sheet();
		const anna = writer(11);
		take(
			anna.step((text) => text.insert(0, "said")),
			"anna",
		);
		anna.step((text) => text.insert(4, "unsaid"));
		const ben = writer(12, anna.doc);
		const beside = ben.step((text) => text.insert(6, "x"));
		expect(judge(beside, "ben")).toMatchObject({ refused: "forbidden" });
		expect(judge(beside, "anna")).toMatchObject({ ok: true, value: { gap: true } });
	});

	it("does not take what waits behind a gap for known", () => {
		const { take, judge } = sheet();
		const anna = writer(11);
		const first = anna.step((text) => text.insert(0, "lost"));
		take(
			anna.step((text) => text.insert(4, "kept")),
			"anna",
		);
		expect(judge(first, "anna")).toMatchObject({ ok: true, value: { gap: false, nothingNew: false } });
	});
});

describe("what waited behind a gap", () => {
	it("counts as there once the gap is filled", () => {
		const { take, judge } = sheet();
		const anna = writer(11);
		const first = anna.step((text) => text.insert(0, "lost"));
		const second = anna.step((text) => text.insert(4, "kept"));
		take(second, "anna");
		take(first, "anna");
		expect(judge(second, "anna")).toMatchObject({ ok: true, value: { nothingNew: true } });
		const third = anna.step((text) => text.insert(8, "more"));
		expect(judge(third, "anna")).toMatchObject({ ok: true, value: { gap: false, nothingNew: false } });
	});
});

describe("a keystroke judged at a glance", () => {
	it("is judged as everything else is", () => {
		const authors = ["anna", "ben", "cem"];
		const kinds = new Set<string>();
		const step = fc.record({
			author: fc.nat(2),
			as: fc.nat(2),
			at: fc.nat(30),
			fate: fc.constantFrom("applied", "on the way", "lost"),
			/** Whose copy it saw before: the server's, or one that has what was lost. */
			saw: fc.constantFrom("nothing", "server", "neighbour"),
			/** Sends all there is once more, or a new letter. */
			again: fc.boolean(),
		});
		fc.assert(
			fc.property(fc.array(step, { minLength: 5, maxLength: 40 }), (steps) => {
				const { doc, authorship } = sheet();
				const writers = authors.map((_, index) => writer(11 + index));
				let onTheWay: { update: Uint8Array; decoded: ReturnType<typeof decodeUpdate> }[] = [];
				for (const { author, as, at, fate, saw, again } of steps) {
					const own = writers[author] ?? writer(99);
					const neighbour = writers[(author + 1) % 3] ?? own;
					if (saw !== "nothing") {
						Y.applyUpdate(own.doc, Y.encodeStateAsUpdate(saw === "server" ? doc : neighbour.doc));
					}
					const update = again
						? Y.encodeStateAsUpdate(own.doc)
						: own.step((text) => text.insert(Math.min(at, text.length), "x"));
					const decoded = decodeUpdate(update, 100);
					const name = authors[as] ?? "";
					const judged = authorship.judge(decoded, name);
					// An empty range behind the others adds nothing, and is not read at a glance.
					const { client = 0, to = 0 } = decoded.ranges.at(-1) ?? {};
					const slowly = { ...decoded, ranges: [...decoded.ranges, { client, from: to, to }] };
					expect(judged).toEqual(authorship.judge(slowly, name));
					kinds.add(JSON.stringify(judged));
					if (!judged.ok || judged.value.nothingNew || fate === "lost") {
						continue;
					}
					authorship.expect(decoded, name, judged.value.claims);
					onTheWay.push({ update, decoded });
					if (fate === "applied") {
						for (const { update: waiting } of onTheWay) {
							Y.applyUpdate(doc, waiting);
						}
						onTheWay = [];
						authorship.settle([]);
					}
				}
			}),
			{ seed: 20261121, numRuns: 500 },
		);
		expect(kinds.size).toBeGreaterThan(4);
	});
});
