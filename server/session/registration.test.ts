import { describe, expect, test } from "vitest";
import { createWorkshopSchema, joinSchema } from "../../worksheets/contract/api.ts";
import { spokenCode } from "../../worksheets/contract/ids.ts";
import { snapshotSchema } from "../../worksheets/contract/snapshot.ts";
import { StorageUnavailable } from "../storage/errors.ts";
import { openStage, openWorkshop, temporaryDirectory, value } from "./testing/sessions.ts";
import { NOW } from "./testing/workshop.ts";

const DAY = 86_400_000;

describe("copying", () => {
	test("makes the next workshop of a series: the plan and the settings, nobody and nothing that was written", async () => {
		const stage = await openStage();
		const { facilitator, join, run, id, code } = await openWorkshop(stage);
		await join("Kim");
		const materials = [{ label: "Bericht", url: "https://bibliothek.example/bericht" }];
		await run(
			{
				type: "workshop.set",
				details: { title: "Erster Termin", startsAt: NOW + DAY, place: "Rathaus", retentionDays: 7 },
			},
			{ type: "workshop.set", details: { latecomers: "lobby", conferenceUrl: "https://treffen.example/" } },
			{
				type: "plan.change",
				phase: "pause",
				patch: { sheets: [{ worksheet: "sheet-c", scope: "plenary" }], materials },
			},
			{ type: "plan.move", phase: "own", to: 0 },
			{ type: "groups.create", count: 2, phase: "round-1" },
			{ type: "session.start" },
			{ type: "topic.add", text: "Später" },
			{ type: "broadcast", text: "Willkommen" },
		);
		const before = value(await stage.sessions.snapshot(facilitator));
		const created = value(await stage.sessions.copy(facilitator, { title: "Zweiter Termin" }));
		expect(created.id).not.toBe(id);
		expect(created.code).not.toBe(code);
		const actor = value(await stage.sessions.authenticate(created.facilitatorToken));
		const { phases, workshop, ...rest } = value(await stage.sessions.snapshot(actor));
		expect(phases).toEqual(before.phases.map((phase) => ({ ...phase, enteredAt: null, ownGroups: undefined })));
		expect(workshop).toMatchObject({
			title: "Zweiter Termin",
			status: "lobby",
			startsAt: null,
			place: "Rathaus",
			retentionDays: 7,
			latecomers: "lobby",
			conferenceUrl: "https://treffen.example/",
		});
		expect(rest).toMatchObject({
			groups: [],
			participants: [],
			documents: [],
			messages: [],
			topics: [],
			currentPhase: null,
		});
		expect([...(await stage.sessions.worksheets(created.id)).keys()].sort()).toEqual([
			"notes",
			"sheet-a",
			"sheet-b",
			"sheet-c",
			"synthesis",
		]);
		// The one it was made of goes on as if nothing had been.
		expect({ ...value(await stage.sessions.snapshot(facilitator)), now: 0 }).toEqual({ ...before, now: 0 });
	});

	test("keeps the title where none is given, and works after the end", async () => {
		const stage = await openStage();
		const { facilitator, run } = await openWorkshop(stage);
		await run({ type: "session.start" }, { type: "session.end" });
		const created = value(await stage.sessions.copy(facilitator, {}));
		const actor = value(await stage.sessions.authenticate(created.facilitatorToken));
		const { workshop } = value(await stage.sessions.snapshot(actor));
		expect(workshop).toMatchObject({ title: "Kleiner Workshop", status: "lobby", endedAt: null });
	});

	test("a door that was shut is open for the next date, a waiting room stays one", async () => {
		const stage = await openStage();
		const { facilitator, run } = await openWorkshop(stage);
		for (const [door, copied] of [
			["closed", "open"],
			["waiting", "waiting"],
		] as const) {
			await run({ type: "door.set", door });
			const created = value(await stage.sessions.copy(facilitator, {}));
			const actor = value(await stage.sessions.authenticate(created.facilitatorToken));
			expect(value(await stage.sessions.snapshot(actor)).workshop.door).toBe(copied);
		}
	});

	test("keeps no more time until erasure than the operator allows by now", async () => {
		const directory = await temporaryDirectory();
		const before = await openStage({ directory, retentionDays: 90 });
		const { facilitator } = await openWorkshop(before);
		await before.close();
		const { sessions } = await openStage({ directory, retentionDays: 30 });
		const created = value(await sessions.copy(facilitator, {}));
		const actor = value(await sessions.authenticate(created.facilitatorToken));
		expect(value(await sessions.snapshot(actor)).workshop.deleteOn).toBe(NOW + 30 * DAY);
	});

	test("is the facilitator's alone, also without the password for new workshops", async () => {
		const stage = await openStage();
		const { facilitator, join, byLink } = await openWorkshop(stage);
		const { actor } = await join("Kim");
		for (const other of [actor, await byLink("cofacilitator"), await byLink("observer")]) {
			expect(await stage.sessions.copy(other, {})).toMatchObject({ refused: "forbidden" });
		}
		await stage.sessions.erase(facilitator);
		expect(await stage.sessions.copy(facilitator, {})).toMatchObject({ refused: "ended" });
	});
});

describe("creating", () => {
	test("gives a workshop in the lobby, in its language, with what was asked for", async () => {
		const stage = await openStage();
		const created = value(
			await stage.sessions.create({
				template: "small",
				language: "en",
				title: "Our meeting",
				startsAt: NOW + DAY,
				place: "Town hall",
				minutes: { own: 33 },
				retentionDays: 10,
			}),
		);
		const actor = value(await stage.sessions.authenticate(created.facilitatorToken));
		const snapshot = value(await stage.sessions.snapshot(actor));
		expect(snapshotSchema.parse(snapshot)).toEqual(snapshot);
		expect(snapshot.workshop).toMatchObject({
			id: created.id,
			title: "Our meeting",
			status: "lobby",
			code: created.code,
			deleteOn: NOW + 10 * DAY,
			startsAt: NOW + DAY,
			place: "Town hall",
		});
		expect(snapshot.phases.find((phase) => phase.id === "own")?.minutes).toBe(33);
		expect(snapshot.you).toEqual({ role: "facilitator" });
		expect([...(await stage.sessions.worksheets(created.id)).keys()].sort()).toEqual([
			"notes",
			"sheet-a",
			"sheet-b",
			"synthesis",
		]);
	});

	test.each([
		[{ template: "unknown" }, "template"],
		[{ minutes: { nowhere: 5 } }, "minutes.nowhere"],
		[{ retentionDays: 91 }, "retentionDays"],
	])("%o is refused with the field", async (input, field) => {
		const { sessions } = await openStage();
		const created = await sessions.create(createWorkshopSchema.parse({ template: "small", ...input }));
		expect(created).toMatchObject({ ok: false, refused: "invalid", detail: expect.stringContaining(field) });
	});

	test.each(["1969-12-31T23:59:59Z", -1, 8.64e15, "9999-12-31T23:59:59-12:00"])(
		"a start at %s, which no stored session may have, is no start",
		(startsAt) => {
			expect(createWorkshopSchema.safeParse({ template: "small", startsAt }).success).toBe(false);
		},
	);

	test("takes a start as a number, as a date-time with offset, or none", () => {
		const read = (startsAt: unknown) => createWorkshopSchema.parse({ template: "small", startsAt }).startsAt;
		expect([read(0), read("2023-03-08T10:00:00+01:00"), read(null)]).toEqual([0, Date.UTC(2023, 2, 8, 9), undefined]);
	});

	test("that cannot be stored is refused for the time being", async () => {
		const stage = await openStage({
			wrap: (storage) => ({
				...storage,
				createWorkshop: () => Promise.reject(new StorageUnavailable("SQLITE_FULL")),
				addToken: () => Promise.reject(new StorageUnavailable("SQLITE_FULL")),
			}),
		});
		const input = createWorkshopSchema.parse({ template: "small" });
		expect(await stage.sessions.create(input)).toEqual({ ok: false, refused: "unavailable" });
		const { facilitator } = await openWorkshop(await openStage());
		expect(await stage.sessions.returnToken(facilitator)).toEqual({ ok: false, refused: "unavailable" });
	});

	test("asks for the password where there is one", async () => {
		const { sessions } = await openStage({ createPassword: "offen" });
		const create = (password?: string) => sessions.create(createWorkshopSchema.parse({ template: "small", password }));
		expect(await create()).toMatchObject({ ok: false, refused: "unauthenticated" });
		expect(await create("Offen")).toMatchObject({ ok: false, refused: "unauthenticated" });
		expect((await create("offen")).ok).toBe(true);
	});
});

describe("joining", () => {
	test("takes the code as people type it", async () => {
		const stage = await openStage();
		const { code, id } = await openWorkshop(stage);
		const typed = ` ${spokenCode(code).toLowerCase()} `;
		expect(value(await stage.sessions.invitation(typed))).toMatchObject({
			workshopId: id,
			status: "lobby",
			full: false,
		});
		expect(value(await stage.sessions.join(typed, { name: "Kim", organisation: undefined })).workshopId).toBe(id);
	});

	test.each(["", "ABC", "0OIL10OIL", "ABCDEFGHJ", "💣".repeat(9)])("the code %j leads nowhere", async (code) => {
		const { sessions } = await openStage();
		expect(await sessions.join(code, { name: "Kim", organisation: undefined })).toEqual({
			ok: false,
			refused: "not-found",
		});
		expect(await sessions.invitation(code)).toEqual({ ok: false, refused: "not-found" });
	});

	test("cleans what would disguise a name, and keeps equal names apart", async () => {
		const stage = await openStage();
		const { code, facilitator } = await openWorkshop(stage);
		for (const name of ["Kim\u202e gnilk", "  Kim \t gnilk\u200b ", "Jo\u0308rg"]) {
			await stage.sessions.join(code, joinSchema.parse({ name }));
		}
		const { participants } = value(await stage.sessions.snapshot(facilitator));
		expect(participants.map((person) => person.name)).toEqual(["Kim gnilk", "Kim gnilk (2)", "Jörg"]);
	});

	test("three hundred at once all get a seat, and the next is told that it is full", async () => {
		const stage = await openStage();
		const { code, facilitator } = await openWorkshop(stage);
		const joined = await Promise.all(
			Array.from({ length: 301 }, (_, index) =>
				stage.sessions.join(code, { name: `P${index}`, organisation: undefined }),
			),
		);
		expect(joined.filter((result) => result.ok)).toHaveLength(300);
		expect(joined.at(-1)).toEqual({ ok: false, refused: "full" });
		expect(value(await stage.sessions.snapshot(facilitator)).participants).toHaveLength(300);
		expect(value(await stage.sessions.invitation(code)).full).toBe(true);
	});

	test("after the end is refused, while the invitation still says what it was", async () => {
		const stage = await openStage();
		const { code, run } = await openWorkshop(stage);
		await run({ type: "session.start" }, { type: "session.end" });
		expect(await stage.sessions.join(code, { name: "Spät", organisation: undefined })).toEqual({
			ok: false,
			refused: "ended",
		});
		expect(value(await stage.sessions.invitation(code)).status).toBe("ended");
	});
});

describe("tokens", () => {
	test("unknown ones are nobody's", async () => {
		const { sessions } = await openStage();
		expect(await sessions.authenticate("x".repeat(43))).toEqual({ ok: false, refused: "unauthenticated" });
		expect(await sessions.authenticate("")).toEqual({ ok: false, refused: "unauthenticated" });
	});

	test("a return link is the same person's, and the first token stays valid", async () => {
		const stage = await openStage();
		const { join } = await openWorkshop(stage);
		const { actor, token } = await join("Kim");
		const further = value(await stage.sessions.returnToken(actor));
		expect(further).not.toBe(token);
		expect(value(await stage.sessions.authenticate(further))).toEqual(actor);
		expect(value(await stage.sessions.authenticate(token))).toEqual(actor);
	});

	test("are worth nothing under another server key", async () => {
		const directory = await temporaryDirectory();
		const before = await openStage({ directory });
		const { facilitatorToken } = await openWorkshop(before);
		await before.close();
		const after = await openStage({ directory, serverKey: new Uint8Array(32).fill(8) });
		expect(await after.sessions.authenticate(facilitatorToken)).toEqual({ ok: false, refused: "unauthenticated" });
	});
});
