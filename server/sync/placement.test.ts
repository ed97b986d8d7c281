import * as encoding from "lib0/encoding";
import { describe, expect, it } from "vitest";
import * as Y from "yjs";
import { Person } from "../../test/fuzz/person.ts";
import { openRoom } from "../../test/fuzz/room-without-disk.ts";

type Place = [client: number, clock: number];

const [HAS_ORIGIN, HAS_RIGHT_ORIGIN, STRING] = [0x80, 0x40, 4];
const MISPLACED = { ok: false, refused: "malformed" };

/** An update of one client's letters by hand, each between two places. */
function between(...letters: { at: Place; origin: Place; rightOrigin: Place }[]): Uint8Array {
	return encoding.encode((encoder) => {
		const write = (...values: number[]) => {
			for (const value of values) encoding.writeVarUint(encoder, value);
		};
		write(1, letters.length, ...(letters[0]?.at ?? []));
		for (const { origin, rightOrigin } of letters) {
			encoding.writeUint8(encoder, STRING | HAS_ORIGIN | HAS_RIGHT_ORIGIN);
			write(...origin, ...rightOrigin);
			encoding.writeVarString(encoder, "x");
		}
		write(0);
	});
}

/** Gives all updates of one change as one. */
function change(doc: Y.Doc, write: (doc: Y.Doc) => void): Uint8Array {
	const before = Y.encodeStateVector(doc);
	write(doc);
	return Y.encodeStateAsUpdate(doc, before);
}

const ANNA = 11;

/** A room where Anna has written „abcdef“ and beside it a list of two paragraphs; Eve may write too. */
async function sheet() {
	const room = await openRoom([]);
	const [anna, eve] = [new Person("anna", ANNA), new Person("eve", 66)];
	room.join(anna);
	room.join(eve);
	const { doc } = anna;
	const first = change(doc, () => {
		doc.getText("line").insert(0, "abcdef");
		doc.getText("line").insert(6, "gh", { bold: true });
		doc.getXmlFragment("note").insert(0, [new Y.XmlElement("paragraph"), new Y.XmlElement("paragraph")]);
	});
	const send = (person: Person, update: Uint8Array) => room.submit(person, "update", update, "write");
	send(anna, first);
	return { room, anna, eve, send };
}

describe.each(["while it is on its way to the disk", "once it is in the document"])(
	"a letter beside others', %s",
	(when) => {
		async function open() {
			const opened = await sheet();
			if (when === "once it is in the document") await opened.room.settled();
			return opened;
		}

		it.each([
			["behind what it stands before", [ANNA, 4], [ANNA, 1]],
			["far behind it", [ANNA, 7], [ANNA, 1]],
			["in two lists", [ANNA, 1], [ANNA, 11]],
		] satisfies [string, Place, Place][])("is refused %s", async (_name, origin, rightOrigin) => {
			const { eve, send } = await open();
			expect(send(eve, between({ at: [66, 0], origin, rightOrigin }))).toMatchObject(MISPLACED);
		});

		it("is taken before what it stands before, next to it or not", async () => {
			const { eve, send } = await open();
			expect(send(eve, between({ at: [66, 0], origin: [ANNA, 1], rightOrigin: [ANNA, 2] })).ok).toBe(true);
			expect(send(eve, between({ at: [66, 1], origin: [ANNA, 0], rightOrigin: [ANNA, 5] })).ok).toBe(true);
		});

		it("is refused where the letters after a good one turn round", async () => {
			const { eve, send } = await open();
			const update = between(
				{ at: [66, 0], origin: [ANNA, 1], rightOrigin: [ANNA, 2] },
				{ at: [66, 1], origin: [66, 0], rightOrigin: [ANNA, 2] },
				{ at: [66, 2], origin: [66, 1], rightOrigin: [66, 0] },
			);
			expect(send(eve, update)).toMatchObject(MISPLACED);
		});
	},
);

describe("what waits", () => {
	it("is refused with what it waited for, and only to whoever it is from", async () => {
		const { room, anna, eve, send } = await sheet();
		await room.settled();
		const waiting = between({ at: [67, 0], origin: [66, 1], rightOrigin: [66, 0] });
		expect(send(eve, waiting).ok).toBe(true);
		expect(
			send(
				anna,
				change(anna.doc, (doc) => doc.getText("line").insert(3, "!")),
			).ok,
		).toBe(true);
		const awaited = between(
			{ at: [66, 0], origin: [ANNA, 1], rightOrigin: [ANNA, 2] },
			{ at: [66, 1], origin: [66, 0], rightOrigin: [ANNA, 2] },
		);
		expect(send(eve, awaited)).toMatchObject(MISPLACED);
		await room.settled();
		expect(send(eve, awaited)).toMatchObject(MISPLACED);
		expect(
			send(
				anna,
				change(anna.doc, (doc) => doc.getText("line").insert(3, "?")),
			).ok,
		).toBe(true);
	});

	it("is taken with what it waited for where it is well placed", async () => {
		const { room, eve, send } = await sheet();
		const doc = new Y.Doc();
		await room.settled();
		Y.applyUpdate(doc, Y.encodeStateAsUpdate(room.doc));
		doc.clientID = 66;
		const line = doc.getText("line");
		const steps = [
			change(doc, () => line.insert(2, "one")),
			change(doc, () => line.insert(3, "two")),
			change(doc, () => line.insert(4, "three")),
		];
		for (const step of steps.reverse()) expect(send(eve, step).ok).toBe(true);
		await room.settled();
		expect(room.doc.getText("line").toString()).toBe(line.toString());
	});

	it("is there for others as soon as they were told of it", async () => {
		const { room, anna, eve, send } = await sheet();
		await room.settled();
		const first = change(eve.doc, (doc) => doc.getText("line").insert(0, "first"));
		const second = change(eve.doc, (doc) => doc.getText("line").insert(5, "second"));
		expect(send(eve, second).ok).toBe(true);
		// Somebody looks while it is on its way.
		expect(room.doc.getText("line").length).toBe(8);
		expect(send(eve, first).ok).toBe(true);
		await room.settled();
		for (const update of [second, first]) Y.applyUpdate(anna.doc, update);
		const line = anna.doc.getText("line");
		const at = line.toString().indexOf("second") + 2;
		expect(
			send(
				anna,
				change(anna.doc, () => line.insert(at, "!")),
			),
		).toMatchObject({ ok: true });
	});

	it("is nobody else's to wait for", async () => {
		const { eve, send } = await sheet();
		const beside = between({ at: [66, 0], origin: [ANNA, 1], rightOrigin: [ANNA, 40] });
		expect(send(eve, beside)).toMatchObject({ ok: false, refused: "forbidden" });
	});
});

describe("what is gone", () => {
	it("takes along what somebody wrote into it meanwhile", async () => {
		const { room, anna, eve, send } = await sheet();
		await room.settled();
		const offline = new Y.Doc();
		offline.clientID = 66;
		send(
			anna,
			change(anna.doc, (doc) => doc.getMap("each/answers").set("who", new Y.Text("abc"))),
		);
		await room.settled();
		Y.applyUpdate(offline, Y.encodeStateAsUpdate(room.doc));
		const text = offline.getMap("each/answers").get("who");
		if (!(text instanceof Y.Text)) throw new Error("no text");
		const meanwhile = change(offline, () => {
			text.insert(1, "xyz");
			text.insert(2, "in it");
			text.delete(0, 1);
		});
		send(
			anna,
			change(anna.doc, (doc) => doc.getMap("each/answers").delete("who")),
		);
		await room.settled();
		expect(send(eve, meanwhile).ok).toBe(true);
		await room.settled();
		const into = between({ at: [66, 20], origin: [ANNA, 1], rightOrigin: [66, 0] });
		expect(send(eve, into)).toMatchObject(MISPLACED);
	});
});
