import fc from "fast-check";
import { encoding } from "lib0";
import { describe, expect, it } from "vitest";
import * as Y from "yjs";
import { SYNC_LIMITS } from "./limits.ts";
import { checkUpdate } from "./update-check.ts";
import { decodeUpdate } from "./update-decode.ts";

const names = new Set(["note", "list"]);
const check = (update: Uint8Array, kind: "step2" | "update" = "update") =>
	checkUpdate(update, kind, (name) => names.has(name), SYNC_LIMITS);

function typed(text: string, name = "note"): Uint8Array {
	const doc = new Y.Doc();
	doc.getText(name).insert(0, text);
	return Y.encodeStateAsUpdate(doc);
}

/** A V1 update written by hand: sections of (client, clock, structs), then no deletions. */
function forged(...sections: [client: number, clock: number, ...structs: ((to: encoding.Encoder) => void)[]][]) {
	return encoding.encode((to) => {
		encoding.writeVarUint(to, sections.length);
		for (const [client, clock, ...structs] of sections) {
			encoding.writeVarUint(to, structs.length);
			encoding.writeVarUint(to, client);
			encoding.writeVarUint(to, clock);
			for (const struct of structs) {
				struct(to);
			}
		}
		encoding.writeVarUint(to, 0);
	});
}

/** An update that only deletes: ranges of one client. */
function deleting(...ranges: [clock: number, length: number][]): Uint8Array {
	return encoding.encode((to) => {
		for (const number of [0, 1, 7, ranges.length, ...ranges.flat()]) {
			encoding.writeVarUint(to, number);
		}
	});
}

const gc = (length: number) => (to: encoding.Encoder) => {
	encoding.writeUint8(to, 0);
	encoding.writeVarUint(to, length);
};
const skip = (length: number) => (to: encoding.Encoder) => {
	encoding.writeUint8(to, 10);
	encoding.writeVarUint(to, length);
};
/** A string beside (client, clock). */
const beside = (client: number, clock: number, text: string) => (to: encoding.Encoder) => {
	encoding.writeUint8(to, 0x80 | 4);
	encoding.writeVarUint(to, client);
	encoding.writeVarUint(to, clock);
	encoding.writeVarString(to, text);
};

/** A letter behind and before one and the same. */
const between = (client: number, clock: number) => (to: encoding.Encoder) => {
	encoding.writeUint8(to, 0x80 | 0x40 | 4);
	for (const number of [client, clock, client, clock]) {
		encoding.writeVarUint(to, number);
	}
	encoding.writeVarString(to, "x");
};

describe("what counts as a sound update", () => {
	it("lists ranges, deletions and names", () => {
		const doc = new Y.Doc();
		doc.clientID = 7;
		doc.getText("note").insert(0, "hello");
		doc.getText("note").delete(1, 2);
		const decoded = check(Y.encodeStateAsUpdate(doc));
		expect(decoded).toMatchObject({
			ok: true,
			value: { ranges: [{ client: 7, from: 0, to: 5 }], deletes: [{ client: 7, from: 1, to: 3 }] },
		});
		expect(decoded.ok && [...decoded.value.names]).toEqual(["note"]);
	});

	it("takes an empty one", () => {
		expect(check(Uint8Array.of(0, 0))).toMatchObject({ ok: true, value: { ranges: [], deletes: [] } });
	});

	it("takes deletions in order only, and not without end", () => {
		expect(check(deleting([0, 2], [2, 1], [9, 3]))).toMatchObject({ ok: true });
		expect(check(deleting([0, 2], [1, 1]))).toMatchObject({ ok: false, refused: "malformed" });
		expect(check(deleting([5, 2], [0, 1]))).toMatchObject({ ok: false, refused: "malformed" });
		const ranges = Array.from({ length: 10 * SYNC_LIMITS.structsPerUpdate + 1 }, (_, at): [number, number] => [
			2 * at,
			1,
		]);
		expect(check(deleting(...ranges), "step2")).toMatchObject({ ok: false, refused: "too-large" });
		expect(check(deleting(...ranges.slice(1)), "step2")).toMatchObject({ ok: true });
	});

	it("leaves out what is only skipped", () => {
		expect(decodeUpdate(forged([3, 0, gc(2), skip(5), gc(1)]), 10).ranges).toEqual([
			{ client: 3, from: 0, to: 2 },
			{ client: 3, from: 7, to: 8 },
		]);
	});

	it.each([
		["no bytes", Uint8Array.of()],
		["bytes left over", Uint8Array.of(0, 0, 0)],
		["a count without structs", Uint8Array.of(9)],
		["a huge count", Uint8Array.of(1, 0xff, 0xff, 0xff, 0xff, 0xf, 1, 0)],
		["a client twice", forged([3, 0, gc(2)], [3, 2, gc(2)])],
		["a struct of no length", forged([3, 0, gc(0)])],
		["a clock beyond all bounds", forged([3, 2 ** 40, gc(1)])],
		["a struct beside its own future", forged([3, 0, beside(3, 5, "x")])],
		["a struct between another and itself", forged([3, 0, between(4, 1)])],
		["an unknown kind of content", forged([3, 0, (to) => encoding.writeUint8(to, 31)])],
	])("refuses %s", (_name, update) => {
		expect(check(update)).toMatchObject({ ok: false, refused: "malformed" });
	});

	it("refuses the V2 encoding, which often looks like an empty V1 update", () => {
		for (const text of ["", "a", "a longer text"]) {
			const doc = new Y.Doc();
			doc.getText("note").insert(0, text);
			expect(check(Y.encodeStateAsUpdateV2(doc))).toMatchObject({ ok: false, refused: "malformed" });
		}
	});

	it("refuses values that nobody could write down as JSON", () => {
		const doc = new Y.Doc();
		doc.getArray("list").insert(0, [{ inner: [2n ** 60n] }]);
		expect(check(Y.encodeStateAsUpdate(doc))).toMatchObject({ refused: "malformed" });
	});

	it("refuses subdocuments and values nested without end", () => {
		const doc = new Y.Doc();
		doc.getMap("list").set("sub", new Y.Doc());
		expect(check(Y.encodeStateAsUpdate(doc))).toMatchObject({ refused: "malformed" });
		let deep: unknown = 1;
		for (let depth = 0; depth < 100; depth += 1) {
			deep = [deep];
		}
		const other = new Y.Doc();
		other.getMap("list").set("deep", deep);
		expect(check(Y.encodeStateAsUpdate(other))).toMatchObject({ refused: "malformed" });
	});

	it("refuses names the worksheet does not have", () => {
		expect(check(typed("x", "elsewhere"))).toMatchObject({ refused: "malformed" });
		expect(check(typed("x", "__proto__"))).toMatchObject({ refused: "malformed" });
		expect(check(typed("x", "list"))).toMatchObject({ ok: true });
	});

	it("bounds size and structs, a catch-up more generously", () => {
		const large = typed("x".repeat(300_000));
		expect(check(large)).toMatchObject({ refused: "too-large" });
		expect(check(large, "step2")).toMatchObject({ ok: true });
		expect(check(typed("x".repeat(6_000_000)), "step2")).toMatchObject({ refused: "too-large" });
		const many = forged([3, 0, ...new Array(10_001).fill(gc(1))]);
		expect(check(many, "step2")).toMatchObject({ refused: "too-large" });
	});
});

describe("mutated updates", () => {
	it("are refused, or can be applied without an exception", () => {
		const doc = new Y.Doc();
		const sheet = doc.getXmlFragment("note");
		for (let index = 0; index < 20; index += 1) {
			const paragraph = new Y.XmlElement("paragraph");
			const text = new Y.XmlText();
			text.insert(0, `line ${index}`, index % 2 === 0 ? { bold: true } : {});
			paragraph.insert(0, [text]);
			sheet.insert(index, [paragraph]);
		}
		sheet.delete(3, 4);
		const base = Y.encodeStateAsUpdate(doc);
		const changes = fc.array(fc.tuple(fc.nat(base.length - 1), fc.nat(255)), { minLength: 1, maxLength: 6 });
		fc.assert(
			fc.property(changes, (edits) => {
				const update = base.slice();
				for (const [at, byte] of edits) {
					update[at] = byte;
				}
				if (check(update).ok) {
					const target = new Y.Doc();
					Y.applyUpdate(target, base);
					Y.applyUpdate(target, update);
					Y.applyUpdate(new Y.Doc(), update);
				}
			}),
			{ seed: 20261120, numRuns: 5_000 },
		);
	});
});
