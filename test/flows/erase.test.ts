import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { toGroupWork } from "../harness/group-work.ts";
import { accept, addParagraph, dataFolder, found, line, openWorkshop, problem, sheet, stage } from "./stage.ts";

const CANARIES = {
	title: "KanarieTitel",
	place: "KanarieOrt",
	name: "KanarieName",
	organisation: "KanarieAmt",
	message: "KanarieNachricht",
	help: "KanarieHilfe",
	own: "KanarieEigen",
	group: "KanarieGruppe",
};

/** Which canary words stand in any file below a folder, byte by byte. */
async function canariesIn(folder: string): Promise<string[]> {
	const entries = await readdir(folder, { recursive: true, withFileTypes: true });
	const files = await Promise.all(
		entries.filter((entry) => entry.isFile()).map((entry) => readFile(join(entry.parentPath, entry.name))),
	);
	return Object.values(CANARIES).filter((word) => files.some((bytes) => bytes.includes(word)));
}

test("a deleted workshop is gone: for whoever asks, for who is in it, and from the disk", {
	timeout: 60_000,
}, async () => {
	const dataDir = await dataFolder();
	const current = await stage({ dataDir });
	const { api, url, server } = current;
	const other = await openWorkshop(current, { title: "Bleibt" });
	const workshop = await openWorkshop(current, { title: CANARIES.title, place: CANARIES.place });
	const person = await api.join(workshop.code, CANARIES.name, CANARIES.organisation);
	await workshop.run(...toGroupWork(1, "check-in", "group-structures"), { type: "broadcast", text: CANARIES.message });
	const seat = await line(url, person.token);
	accept(await seat.command({ type: "help.raise", text: CANARIES.help }));
	const { documents } = seat.snapshot();
	// In their own sheet for the groups' work they rate, and write nothing.
	const written = documents.filter(
		({ scope, worksheet }) => scope.kind === "group" || worksheet === "check-in-feedback",
	);
	const lines = await Promise.all(
		written.map(async ({ id, scope }) => {
			const client = await sheet(url, id, person.token);
			if (scope.kind === "participant") client.doc.getText("expectation").insert(0, CANARIES.own);
			else addParagraph(client.doc, "plenary", CANARIES.group);
			await client.untilSaved(2);
			return client;
		}),
	);
	expect(lines).toHaveLength(2);
	expect(await canariesIn(dataDir)).toEqual(Object.values(CANARIES));

	const path = `/api/workshops/${workshop.id}`;
	expect(await problem(await api.call("DELETE", path, { token: person.token }))).toMatchObject({ status: 403 });
	expect(await problem(await api.call("DELETE", path))).toMatchObject({ status: 401 });
	const gone = Promise.all(
		[seat, workshop.lead].map(({ socket }) => new Promise((resolve) => socket.once("disconnect", resolve))),
	);
	expect((await api.call("DELETE", path, { token: workshop.facilitatorToken })).status).toBe(204);

	await gone;
	for (const client of lines) expect([4401, 4403, 4404]).toContain(await client.closed);
	for (const token of [workshop.facilitatorToken, person.token, undefined]) {
		for (const [method, part] of [
			["GET", ""],
			["GET", "/export.json"],
			["DELETE", ""],
			["POST", "/return-link"],
		] as const) {
			const response = await api.call(method, path + part, token === undefined ? {} : { token });
			expect(await problem(response)).toMatchObject({ status: 410, code: "ended" });
		}
	}
	const joining = await api.call("POST", `/api/workshops/${workshop.code}/join`, { body: { name: "Kim" } });
	expect(await problem(joining)).toMatchObject({ status: 404 });
	await expect(line(url, person.token)).rejects.toMatchObject({
		data: { code: expect.stringMatching(/unauthenticated|ended/) },
	});
	expect(await canariesIn(dataDir)).toEqual([]);

	// Whoever shares the server notices nothing, and a restart brings nothing back.
	expect(found((await api.snapshot(other.id, other.facilitatorToken)).workshop, "workshop").title).toBe("Bleibt");
	await server.close();
	expect(await canariesIn(dataDir)).toEqual([]);
	const again = await stage({ dataDir });
	expect(await problem(await again.api.call("GET", path, { token: workshop.facilitatorToken }))).toMatchObject({
		status: 410,
	});
	expect((await again.api.snapshot(other.id, other.facilitatorToken)).workshop.title).toBe("Bleibt");
});

test("nothing that is logged holds a name, a word or a token", async () => {
	const current = await stage();
	const workshop = await openWorkshop(current, { title: CANARIES.title });
	const person = await current.api.join(workshop.code, CANARIES.name);
	await workshop.run({ type: "session.start" }, { type: "broadcast", text: CANARIES.message });
	await current.api.call("GET", `/api/workshops/${workshop.id}`, { token: `${CANARIES.own}` });
	await current.api.call("DELETE", `/api/workshops/${workshop.id}`, { token: workshop.facilitatorToken });
	const logged = JSON.stringify(current.server.log);
	for (const secret of [
		...Object.values(CANARIES),
		workshop.facilitatorToken,
		person.token,
		workshop.code,
		"127.0.0.1",
	]) {
		expect(logged).not.toContain(secret);
	}
	expect(current.server.log.filter(({ level }) => level === "error")).toEqual([]);
});
