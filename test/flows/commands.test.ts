import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { snapshotSchema } from "../../worksheets/contract/snapshot.ts";
import { accept, dataFolder, found, line, openWorkshop, sharedStage, stage } from "./stage.ts";

const current = sharedStage();

const refused = (code: string) => ({ ok: false, error: { code, message: expect.any(String) } });

describe("the same command id", () => {
	test("has one effect and one answer, in sequence and at the same time", async () => {
		const { lead } = await openWorkshop(current());
		const command = { id: randomUUID(), type: "groups.create", count: 2 };
		const [first, ...others] = await Promise.all([command, command, command].map((same) => lead.command(same)));
		expect(others).toEqual([first, first]);
		expect(await lead.command(command)).toEqual(first);
		expect(lead.snapshot().groups).toHaveLength(2);
		const version = accept(await lead.command({ type: "broadcast", text: "Weiter" }));
		expect(await lead.command(command)).toEqual(first);
		expect(lead.snapshot().version).toBe(version);
	});

	test("keeps its answer over a restart, also where it was refused", async () => {
		const dataDir = await dataFolder();
		const start = { id: randomUUID(), type: "session.start" };
		const early = { id: randomUUID(), type: "timer.pause" };
		const before = await stage({ dataDir });
		const workshop = await openWorkshop(before);
		const refusal = await workshop.lead.command(early);
		const acceptance = await workshop.lead.command(start);
		expect(refusal).toMatchObject(refused("wrong-state"));
		await before.server.close();

		const after = await stage({ dataDir });
		const lead = await line(after.url, workshop.facilitatorToken);
		expect(lead.snapshot().workshop.status).toBe("running");
		expect(lead.snapshot().currentPhase).toBe("welcome");
		expect(await lead.command(start)).toEqual(acceptance);
		expect(await lead.command(early)).toEqual(refusal);
		expect(lead.snapshot().workshop.status).toBe("running");
		expect(accept(await lead.command({ type: "phase.go", phase: "input" }))).toBeGreaterThan(
			acceptance.ok ? acceptance.version : 0,
		);
	});
});

describe("an acknowledgement", () => {
	test("means that the next request anywhere sees the effect", async () => {
		const { api } = current();
		const { lead, id, people } = await openWorkshop(current(), { people: 1 });
		accept(await lead.command({ type: "session.start" }));
		for (const phase of ["input", "closing", "welcome", "measures"]) {
			const version = accept(await lead.command({ type: "phase.go", phase }));
			const seen = await api.snapshot(id, found(people[0], "participant").token);
			expect(seen.currentPhase).toBe(phase);
			expect(seen.version).toBeGreaterThanOrEqual(version);
		}
	});

	test("is followed by changes whose versions only grow", async () => {
		const { lead } = await openWorkshop(current());
		const versions: number[] = [];
		lead.socket.on("change", ({ version }: { version: number }) => versions.push(version));
		for (let count = 1; count <= 5; count++) accept(await lead.command({ type: "groups.create", count }));
		await lead.until(({ groups }) => groups.length === 5);
		expect(versions.length).toBeGreaterThanOrEqual(5);
		expect(versions).toEqual([...new Set(versions)].sort((one, other) => one - other));
	});
});

describe("what no client of ours would send", () => {
	test.each<[string, unknown, string]>([
		["nothing", undefined, "malformed"],
		["null", null, "malformed"],
		["a text", "session.start", "malformed"],
		["a number", 7, "malformed"],
		["a list", [{ type: "session.start" }], "malformed"],
		["bytes", new Uint8Array([1, 2, 3]), "invalid"],
		["no id", { type: "session.start" }, "invalid"],
		["an id that is none", { id: "1", type: "session.start" }, "invalid"],
		["no type", { id: randomUUID() }, "invalid"],
		["an unknown type", { id: randomUUID(), type: "session.explode" }, "unknown-command"],
		["a type of the machine's", { id: randomUUID(), type: "participant.join", name: "Kim" }, "unknown-command"],
		["a type of every object's", { id: randomUUID(), type: "constructor" }, "unknown-command"],
		["an argument missing", { id: randomUUID(), type: "phase.go" }, "invalid"],
		["an argument of another type", { id: randomUUID(), type: "groups.create", count: "two" }, "invalid"],
		["a number out of bounds", { id: randomUUID(), type: "groups.create", count: 1e9 }, "invalid"],
		["a phase nobody has", { id: randomUUID(), type: "phase.go", phase: "nowhere" }, "wrong-state"],
		["too much", { id: randomUUID(), type: "broadcast", text: "x".repeat(20_000) }, "too-large"],
	])("is refused and breaks nothing: %s", async (_name, payload, code) => {
		const { lead } = await openWorkshop(current());
		expect(await lead.socket.timeout(5_000).emitWithAck("command", payload)).toMatchObject(refused(code));
		accept(await lead.command({ type: "session.start" }));
	});

	test("without wanting an answer, or by events nobody knows, is survived", async () => {
		const { lead } = await openWorkshop(current());
		lead.socket.emit("command");
		lead.socket.emit("command", { id: randomUUID(), type: "phase.go" });
		lead.socket.emit("command", null, "and", "more");
		lead.socket.emit("resync");
		lead.socket.emit("snapshot", { version: 7 });
		expect(await lead.socket.emitWithAck("explode", {})).toMatchObject(refused("unknown-command"));
		lead.socket.emit("command", { id: randomUUID(), type: "session.start" });
		await lead.until(({ workshop }) => workshop.status === "running");
		expect(snapshotSchema.parse(await lead.socket.emitWithAck("resync")).currentPhase).toBe("welcome");
	});

	test("a participant's steering is refused, and so is a stranger's group", async () => {
		const workshop = await openWorkshop(current(), { people: 1 });
		const other = await openWorkshop(current());
		await other.run({ type: "groups.create", count: 1 });
		const person = found(workshop.people[0], "participant");
		const seat = await line(current().url, person.token);
		for (const command of [
			{ type: "session.start" },
			{ type: "groups.create", count: 1 },
			{ type: "broadcast", text: "x" },
		]) {
			expect(await seat.command(command)).toMatchObject(refused("forbidden"));
		}
		const group = found(other.lead.snapshot().groups[0], "group").id;
		const move = { type: "groups.move", participant: person.participantId, group };
		expect(await workshop.lead.command(move)).toMatchObject(refused("not-found"));
	});
});
