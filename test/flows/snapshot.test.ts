import { isDeepStrictEqual } from "node:util";
import { describe, expect, test } from "vitest";
import { type Snapshot, snapshotSchema } from "../../worksheets/contract/snapshot.ts";
import { toGroupWork } from "../harness/group-work.ts";
import { connectSession } from "../harness/session-client.ts";
import { accept, found, line, openWorkshop, problem, sharedStage } from "./stage.ts";

const current = sharedStage();

/** What two ways of asking must agree on: not the server's time, nor who has a line at that moment. */
function comparable({ now: _now, version: _version, participants, ...rest }: Snapshot) {
	return { ...rest, participants: participants.map(({ online: _online, ...participant }) => participant) };
}

/** A workshop in its first group phase, with a locked sheet, messages and a call for help. */
async function livelyWorkshop() {
	const workshop = await openWorkshop(current(), { people: 4 });
	await workshop.run(
		...toGroupWork(2, "check-in", "group-structures"),
		{ type: "timer.start", ms: 600_000 },
		{ type: "broadcast", text: "Willkommen" },
	);
	const lock = found(workshop.lead.snapshot().documents[0], "document");
	await workshop.run({ type: "worksheet.lock", document: lock.id });
	const person = found(workshop.people[0], "participant");
	const seat = await line(current().url, person.token);
	accept(await seat.command({ type: "help.raise", text: "Wir hängen fest" }));
	return { workshop, person, seat };
}

describe("a snapshot over HTTP", () => {
	test("equals the socket's first and its resync, for the facilitator and for a participant", async () => {
		const { api, url } = current();
		const { workshop, person } = await livelyWorkshop();
		for (const token of [workshop.facilitatorToken, person.token]) {
			const fresh = await line(url, token);
			const resynced = snapshotSchema.parse(await fresh.socket.emitWithAck("resync"));
			const asked = await api.snapshot(workshop.id, token);
			expect(comparable(asked)).toEqual(comparable(fresh.snapshot()));
			expect(comparable(asked)).toEqual(comparable(resynced));
			expect(asked.version).toBeGreaterThanOrEqual(fresh.snapshot().version);
			expect(Math.abs(asked.now - Date.now())).toBeLessThan(10_000);
		}
	});

	test("equals the socket's after every change the socket was told of", async () => {
		const { api } = current();
		const { workshop, person, seat } = await livelyWorkshop();
		await workshop.run({ type: "phase.go", phase: "group-results" }, { type: "groups.create", count: 3 });
		for (const [client, token] of [
			[workshop.lead, workshop.facilitatorToken],
			[seat, person.token],
		] as const) {
			const asked = await api.snapshot(workshop.id, token);
			// What a sheet's progress is may be told a moment later than it is known.
			await client.until((told) => isDeepStrictEqual(comparable(told), comparable(asked)));
		}
	});

	test("shows each only what is theirs", async () => {
		const { workshop, person, seat } = await livelyWorkshop();
		const led = workshop.lead.snapshot();
		const seen = seat.snapshot();
		expect(led.documents.map(({ scope }) => scope.kind)).toEqual(["group", "group"]);
		expect(led.help).toMatchObject([{ participant: person.participantId, text: "Wir hängen fest" }]);
		expect(led.phases.some(({ script }) => script !== undefined)).toBe(true);
		expect(seen.phases.every(({ script }) => script === undefined)).toBe(true);
		expect(seen.progress).toEqual([]);
		const own = seen.participants.find(({ id }) => id === person.participantId);
		expect(seen.documents.map(({ scope }) => scope)).toEqual([
			{ kind: "participant", id: person.participantId },
			{ kind: "participant", id: person.participantId },
			{ kind: "group", id: own?.group },
		]);
	});
});

describe("the door", () => {
	test("opens to a token of this workshop only", async () => {
		const { api } = current();
		const [mine, other] = [await api.create(), await api.create()];
		const ask = (token?: string, id = mine.id) =>
			api.call("GET", `/api/workshops/${id}`, token === undefined ? {} : { token });
		expect((await ask()).headers.get("www-authenticate")).toBe("Bearer");
		expect(await problem(await ask())).toMatchObject({ status: 401 });
		expect(await problem(await ask("nobody-has-this-token"))).toMatchObject({ status: 401 });
		expect(await problem(await ask(other.facilitatorToken))).toMatchObject({ status: 403 });
		expect(await problem(await ask(mine.facilitatorToken, "x"))).toMatchObject({ status: 404 });
	});

	test("takes a cookie from our own pages, never from another site, and a bearer from anywhere", async () => {
		const { api, url } = current();
		const { id, facilitatorToken: token } = await api.create();
		const ask = async (method: string, path: string, headers: Record<string, string>) =>
			(await api.call(method, `/api/workshops/${id}${path}`, { headers })).status;
		const cookie = `arena-${id}=${token}`;
		expect(await ask("GET", "", { cookie })).toBe(200);
		expect(await ask("GET", "", { cookie, origin: url })).toBe(200);
		expect(await ask("GET", "", { cookie, origin: "https://elsewhere.example" })).toBe(403);
		expect(await ask("POST", "/return-link", { cookie, origin: url })).toBe(201);
		expect(await ask("POST", "/return-link", { cookie })).toBe(403);
		expect(await ask("DELETE", "", { cookie, origin: "https://elsewhere.example" })).toBe(403);
		const authorization = `Bearer ${token}`;
		expect(await ask("GET", "", { authorization, origin: "https://elsewhere.example" })).toBe(200);
		expect(await ask("POST", "/return-link", { authorization })).toBe(201);
	});

	test("of the socket holds to the same", async () => {
		const { api, url } = current();
		const { id, facilitatorToken: token } = await api.create();
		const cookie = `arena-${id}=${token}`;
		await using ours = await connectSession(url, undefined, { cookie, origin: url });
		expect(ours.snapshot().you.role).toBe("facilitator");
		for (const headers of [{ cookie, origin: "https://elsewhere.example" }, { cookie }]) {
			await expect(connectSession(url, undefined, headers)).rejects.toMatchObject({ data: { code: "foreign-origin" } });
		}
		await using bearer = await connectSession(url, token, { origin: "https://elsewhere.example" });
		expect(bearer.snapshot().workshop.id).toBe(id);
	});

	test("gives a browser its cookie for the secret of a link, and takes it back", async () => {
		const { api } = current();
		const { id, facilitatorToken: token } = await api.create();
		const entered = await api.call("POST", `/api/workshops/${id}/enter`, { body: { token } });
		expect(await entered.json()).toEqual({ role: "facilitator" });
		expect(entered.headers.get("set-cookie")).toMatch(
			new RegExp(`^arena-${id}=${token}; Path=/; HttpOnly; SameSite=Lax; Max-Age=\\d+$`),
		);
		const left = await api.call("POST", `/api/workshops/${id}/leave`, { token });
		expect(left.status).toBe(204);
		expect(left.headers.getSetCookie()).toHaveLength(2);
		const other = await api.create();
		const wrong = await api.call("POST", `/api/workshops/${other.id}/enter`, { body: { token } });
		expect(await problem(wrong)).toMatchObject({ status: 403 });
	});
});
