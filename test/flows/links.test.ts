import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { io, type Socket } from "socket.io-client";
import { describe, expect, onTestFinished, test } from "vitest";
import { z } from "zod";
import { encodeUpdate } from "../../server/sync/codec.ts";
import { CLOSE } from "../../worksheets/contract/close-codes.ts";
import { createdLinkSchema, type LinkRole, linkViewSchema } from "../../worksheets/contract/links.ts";
import { documentOf, toGroupWork } from "../harness/group-work.ts";
import { figure } from "../harness/scale.ts";
import { enter, paragraph, raw, textOf } from "./polled-stage.ts";
import {
	accept,
	addParagraph,
	dataFolder,
	line,
	openWorkshop,
	problem,
	type Stage,
	sharedStage,
	sheet,
	stage,
	type Workshop,
} from "./stage.ts";

const current = sharedStage();
const DAY = 24 * 3_600_000;

async function makeLink({ api }: Stage, workshop: Workshop, role: LinkRole, label = "") {
	const response = await api.call("POST", `/api/workshops/${workshop.id}/links`, {
		token: workshop.facilitatorToken,
		body: { role, label },
	});
	expect(response.status).toBe(201);
	const link = createdLinkSchema.parse(await response.json());
	return { ...link, token: new URL(link.url).hash.slice(1) };
}

const listOf = async ({ api }: Stage, { id, facilitatorToken }: Workshop) => {
	const response = await api.call("GET", `/api/workshops/${id}/links`, { token: facilitatorToken });
	expect(response.status).toBe(200);
	return z.array(z.strictObject(linkViewSchema.shape)).parse(await response.json());
};

const remove = ({ api }: Stage, { id, facilitatorToken }: Workshop, link: string, token = facilitatorToken) =>
	api.call("DELETE", `/api/workshops/${id}/links/${link}`, { token });

/** A session line of a network without WebSockets. */
async function polledLine(url: string, token: string): Promise<Socket> {
	const socket = io(`${url}/session`, {
		auth: { token },
		transports: ["polling"],
		forceNew: true,
		reconnection: false,
	});
	onTestFinished(() => void socket.disconnect());
	await new Promise((resolve, reject) => {
		socket.once("snapshot", resolve);
		socket.once("connect_error", reject);
	});
	return socket;
}

const hungUp = (socket: Socket) => new Promise<string>((resolve) => socket.once("disconnect", resolve));

/** A workshop in its group work, with a sheet that co-facilitators write in and observers read. */
async function atWork(on: Stage) {
	const workshop = await openWorkshop(on, { people: 2 });
	await workshop.run(...toGroupWork(1, "check-in", "group-structures"));
	return { workshop, document: documentOf(workshop.lead.snapshot(), "group") };
}

describe("a co-facilitator's link", () => {
	test("steers and writes as the facilitator does, and neither deletes nor lets others in", async () => {
		const { workshop, document } = await atWork(current());
		const { api, url } = current();
		const link = await makeLink(current(), workshop, "cofacilitator", "Bernd");
		expect(link.url).toBe(`${url}/w/${workshop.id}/leitung#${link.token}`);
		const co = await line(url, link.token);
		expect(co.snapshot().you).toEqual({ role: "cofacilitator" });
		accept(await co.command({ type: "broadcast", text: "Noch fünf Minuten" }));
		const writing = await sheet(url, document, link.token);
		addParagraph(writing.doc, "plenary", "von der Co-Moderation");
		await writing.untilSaved(2);
		// Who could shorten the time until erasure could erase.
		const shorter = await co.command({ type: "workshop.set", details: { retentionDays: 1 } });
		expect(shorter).toMatchObject({ ok: false, error: { code: "forbidden" } });
		const path = `/api/workshops/${workshop.id}`;
		for (const [method, where] of [
			["DELETE", ""],
			["GET", "/links"],
			["POST", "/links"],
			["DELETE", `/links/${link.id}`],
			["POST", "/recovery-code"],
		] as const) {
			const body = where === "/links" && method === "POST" ? { role: "observer" } : undefined;
			const refused = await problem(await api.call(method, path + where, { token: link.token, body }));
			expect(refused, `${method} ${where}`).toMatchObject({ status: 403 });
		}
	});

	test("works on in another browser by its return link, which goes with it", async () => {
		const workshop = await openWorkshop(current());
		const { api, url } = current();
		const link = await makeLink(current(), workshop, "cofacilitator");
		const answer = await api.call("POST", `/api/workshops/${workshop.id}/return-link`, { token: link.token });
		const again = new URL(z.object({ url: z.string() }).parse(await answer.json()).url).hash.slice(1);
		const second = await line(url, again);
		const gone = hungUp(second.socket);
		expect((await remove(current(), workshop, link.id)).status).toBe(204);
		await gone;
		await expect(line(url, again)).rejects.toMatchObject({ data: { code: "unauthenticated" } });
	});
});

describe("an observer's link", () => {
	test("reads every shared sheet and changes nothing", async () => {
		const { workshop, document } = await atWork(current());
		const { api, url } = current();
		const link = await makeLink(current(), workshop, "observer");
		const watching = await line(url, link.token);
		const { you, documents, progress } = watching.snapshot();
		expect(you).toEqual({ role: "observer" });
		expect(new Set(documents.map(({ access }) => access))).toEqual(new Set(["read"]));
		expect(documents.filter(({ scope }) => scope.kind === "participant")).toEqual([]);
		expect(progress).toEqual([]);
		expect(await watching.command({ type: "timer.pause" })).toMatchObject({ ok: false, error: { code: "forbidden" } });
		const reading = await enter(current(), document, link.token);
		const member = await sheet(url, document, workshop.people[0]?.token ?? "");
		const before = textOf(member.doc);
		reading.send(encodeUpdate(paragraph("nicht erlaubt")));
		await reading.until(({ type }) => type === "denied");
		expect(textOf(member.doc)).toBe(before);
		const ended = await api.call("POST", `/api/workshops/${workshop.id}/links`, {
			token: link.token,
			body: { role: "cofacilitator" },
		});
		expect(ended.status).toBe(403);
	});
});

describe("a link that is taken back", () => {
	test("closes every line it has, by socket and by polling, and opens nothing any more", async () => {
		const { workshop, document } = await atWork(current());
		const { api, url } = current();
		const revoked = await makeLink(current(), workshop, "cofacilitator", "geht");
		const kept = await makeLink(current(), workshop, "cofacilitator", "bleibt");
		const [session, polled, other] = [
			await line(url, revoked.token),
			await polledLine(url, revoked.token),
			await line(url, kept.token),
		];
		const onSocket = await sheet(url, document, revoked.token);
		const onPolling = await enter(current(), document, revoked.token);
		const stays = await sheet(url, document, kept.token);
		let staysOpen = true;
		void stays.closed.then(() => {
			staysOpen = false;
		});

		const started = performance.now();
		const all = Promise.all([hungUp(session.socket), hungUp(polled), onSocket.closed, onPolling.closed]);
		expect((await remove(current(), workshop, revoked.id)).status).toBe(204);
		const [bySocket, byPolling, sheetCode, polledCode] = await all;
		figure("links", "from taking back to the last line closed", `${Math.round(performance.now() - started)} ms`);
		expect([bySocket, byPolling]).toEqual(["io server disconnect", "io server disconnect"]);
		expect([sheetCode, polledCode]).toEqual([CLOSE.unauthenticated, CLOSE.unauthenticated]);

		await expect(line(url, revoked.token)).rejects.toMatchObject({ data: { code: "unauthenticated" } });
		await expect(polledLine(url, revoked.token)).rejects.toMatchObject({ data: { code: "unauthenticated" } });
		expect(await raw(current(), document, revoked.token).closed).toBe(CLOSE.unauthenticated);
		const path = `/api/workshops/${workshop.id}`;
		for (const where of ["", "/export.json", "/steps", "/links"]) {
			expect((await api.call("GET", path + where, { token: revoked.token })).status, where).toBe(401);
		}
		const entering = await api.call("POST", `${path}/enter`, { body: { token: revoked.token } });
		expect(entering.status).toBe(401);

		// Those beside it see their sheets and go on, although they have the same role.
		accept(await other.command({ type: "broadcast", text: "Weiter" }));
		expect(other.snapshot().documents.length).toBeGreaterThan(0);
		addParagraph(stays.doc, "plenary", "noch da");
		await stays.untilSaved(2);
		expect(staysOpen).toBe(true);
		expect((await listOf(current(), workshop)).map(({ label }) => label)).toEqual(["bleibt"]);
		expect((await remove(current(), workshop, revoked.id)).status).toBe(404);
	});

	test("stays closed when the server has started anew", async () => {
		const dataDir = await dataFolder();
		const first = await stage({ dataDir });
		const workshop = await openWorkshop(first);
		const [gone, kept] = [
			await makeLink(first, workshop, "observer", "weg"),
			await makeLink(first, workshop, "observer", "da"),
		];
		expect((await remove(first, workshop, gone.id)).status).toBe(204);
		workshop.lead.socket.disconnect();
		await first.server.close();
		const second = await stage({ dataDir });
		expect((await second.api.snapshot(workshop.id, kept.token)).you.role).toBe("observer");
		await expect(line(second.url, gone.token)).rejects.toMatchObject({ data: { code: "unauthenticated" } });
	});

	test("of another workshop cannot be touched", async () => {
		const [mine, theirs] = [await openWorkshop(current()), await openWorkshop(current())];
		const link = await makeLink(current(), theirs, "observer");
		expect((await remove(current(), mine, link.id)).status).toBe(404);
		expect((await remove(current(), theirs, link.id, mine.facilitatorToken)).status).toBe(403);
		expect(await listOf(current(), theirs)).toHaveLength(1);
	});
});

describe("the list of links", () => {
	test("names role, purpose and the day of the last use, and holds no secret", async () => {
		const clock = { time: Date.UTC(2026, 10, 21, 15, 30), now: () => clock.time };
		const on = await stage({ clock });
		const workshop = await openWorkshop(on);
		const used = await makeLink(on, workshop, "observer", "Presse");
		await makeLink(on, workshop, "cofacilitator");
		const midnight = Date.UTC(2026, 10, 21);
		await on.api.snapshot(workshop.id, used.token);
		await expect
			.poll(() => listOf(on, workshop))
			.toMatchObject([
				{ label: "Presse", role: "observer", createdAt: clock.time, lastUsedAt: midnight },
				{ label: "", role: "cofacilitator", lastUsedAt: null },
			]);
		clock.time += DAY;
		await on.api.snapshot(workshop.id, used.token);
		await expect.poll(async () => (await listOf(on, workshop))[0]?.lastUsedAt).toBe(midnight + DAY);
		expect(JSON.stringify(await listOf(on, workshop))).not.toContain(used.token);
	});

	test("takes thirty, and says which of what it was sent is wrong", async () => {
		const workshop = await openWorkshop(current());
		for (let count = 0; count < 30; count += 1) await makeLink(current(), workshop, "observer");
		const ask = (body: unknown) =>
			current().api.call("POST", `/api/workshops/${workshop.id}/links`, { token: workshop.facilitatorToken, body });
		expect(await problem(await ask({ role: "observer" }))).toMatchObject({ status: 409, code: "full" });
		for (const body of [
			{ role: "facilitator" },
			{ role: "participant" },
			{},
			{ role: "observer", label: "x".repeat(81) },
		]) {
			expect(await problem(await ask(body))).toMatchObject({ status: 422 });
		}
	});
});

test("no secret is stored or logged as it is", async () => {
	const dataDir = await dataFolder();
	const on = await stage({ dataDir });
	const workshop = await openWorkshop(on);
	const link = await makeLink(on, workshop, "cofacilitator");
	await line(on.url, link.token);
	await remove(on, workshop, link.id);
	const secrets = [
		workshop.facilitatorToken,
		workshop.recoveryCode,
		workshop.recoveryCode.replaceAll("-", ""),
		link.token,
	];
	const entries = await readdir(dataDir, { recursive: true, withFileTypes: true });
	const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
	expect(files.length).toBeGreaterThan(0);
	for (const file of files) {
		const bytes = await readFile(file);
		for (const secret of secrets) expect(bytes.includes(secret), file).toBe(false);
	}
	for (const secret of secrets) expect(JSON.stringify(on.server.log)).not.toContain(secret);
});
