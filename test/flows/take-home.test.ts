import { describe, expect, test } from "vitest";
import { z } from "zod";
import { systemClock } from "../../server/clock.ts";
import { downloadLinkSchema } from "../../server/http/download-token-schema.ts";
import { toGroupWork } from "../harness/group-work.ts";
import { accept, addParagraph, found, line, openWorkshop, problem, type Stage, sheet, stage } from "./stage.ts";

const fileSchema = z.looseObject({
	sheets: z.array(z.looseObject({ scope: z.looseObject({ kind: z.string(), name: z.string() }) })),
	groups: z.array(z.unknown()),
	topics: z.array(z.looseObject({ text: z.string() })),
	messages: z.array(z.looseObject({ text: z.string() })),
	overview: z.array(z.unknown()),
});

/** Two groups that have written, and whose sheets everybody was shown. */
async function room(on: Stage) {
	const workshop = await openWorkshop(on, { people: 2 });
	await workshop.run(...toGroupWork(2, "group-structures", "group-results"));
	const { documents } = await on.api.snapshot(workshop.id, workshop.facilitatorToken);
	for (const { id } of documents.filter(({ scope }) => scope.kind === "group")) {
		const page = await sheet(on.url, id, workshop.facilitatorToken);
		await page.write((doc) => addParagraph(doc, "plenary", "Ein Satz."));
	}
	await workshop.run({ type: "broadcast", text: "An alle" });
	const [anna, ben] = workshop.people;
	for (const [person, text] of [
		[anna, "Annas Thema"],
		[ben, "Bens Thema"],
	] as const) {
		const seat = await line(on.url, found(person, "person").token);
		accept(await seat.command({ type: "topic.add", text }));
	}
	const ask = (token: string, format = "json") =>
		on.api.call("GET", `/api/workshops/${workshop.id}/export.${format}`, { token });
	const file = async (token: string) => fileSchema.parse(await (await ask(token)).json());
	return { ...workshop, anna: found(anna, "Anna"), ben: found(ben, "Ben"), ask, file };
}

describe("what participants get", () => {
	test("is all they were shown, unless it is said otherwise; facilitators have all of it always", async () => {
		const on = await stage();
		const workshop = await room(on);
		const { anna, ask, file, facilitatorToken } = workshop;
		const all = await file(anna.token);
		expect(all.sheets.filter(({ scope }) => scope.kind === "group")).toHaveLength(2);
		expect(all.groups).toHaveLength(2);
		expect(all.topics).toHaveLength(2);

		await workshop.run({ type: "workshop.set", details: { takeHome: "own" } });
		expect((await on.api.snapshot(workshop.id, anna.token)).workshop.takeHome).toBe("own");
		const own = await file(anna.token);
		expect(own.sheets.filter(({ scope }) => scope.kind === "group")).toHaveLength(1);
		expect(own.sheets.some(({ scope }) => scope.kind === "plenary")).toBe(false);
		expect(own).toMatchObject({ groups: [expect.anything()], topics: [{ text: "Annas Thema" }], messages: [] });
		expect(own.overview).toEqual([]);
		for (const path of ["measures.ics", "export.md?group=ZZZZZZZZZZZZZZZZZZZZZZ"]) {
			const answer = await on.api.call("GET", `/api/workshops/${workshop.id}/${path}`, { token: anna.token });
			expect(answer.status).toBe(404);
		}

		await workshop.run({ type: "workshop.set", details: { takeHome: "after-end" } });
		for (const path of ["export.json", "export.pdf", "export.md?part=own", "measures", "measures.ics"]) {
			const answer = await on.api.call("GET", `/api/workshops/${workshop.id}/${path}`, { token: anna.token });
			expect(await problem(answer)).toMatchObject({ status: 409, code: "wrong-state" });
		}
		expect((await ask(facilitatorToken)).status).toBe(200);
		await workshop.run({ type: "session.end" });
		expect((await file(anna.token)).sheets.filter(({ scope }) => scope.kind === "group")).toHaveLength(2);

		// Also afterwards it is the facilitator's to say, and nobody else's.
		await workshop.run({ type: "workshop.set", details: { takeHome: "own" } });
		expect((await file(anna.token)).groups).toHaveLength(1);
		expect((await file(facilitatorToken)).groups).toHaveLength(2);
	});
});

describe("a link without a cookie", () => {
	const link = async (on: Stage, id: string, token: string, body: Record<string, unknown>) => {
		const answer = await on.api.call("POST", `/api/workshops/${id}/download-token`, { token, body });
		expect(answer.status).toBe(201);
		return downloadLinkSchema.parse(await answer.json());
	};

	test("opens one file once, for whom it was made", async () => {
		const on = await stage();
		const { id, anna, ben } = await room(on);
		const { url, expiresAt } = await link(on, id, anna.token, { format: "md", part: "own" });
		expect(url).toMatch(/\/export\.md\?part=own&token=[\w-]{43}$/);
		expect(expiresAt - Date.now()).toBeLessThanOrEqual(60_000);
		expect((await fetch(url, { method: "HEAD" })).status).toBe(200);
		const file = await fetch(url);
		expect([file.status, file.headers.get("content-disposition")]).toEqual([200, expect.stringMatching(/attachment/)]);
		expect(await problem(await fetch(url))).toMatchObject({ status: 401, code: "unauthenticated" });
		// Nor does somebody's own token help: the link says whose it is.
		const again = await fetch(url, { headers: { Authorization: `Bearer ${ben.token}` } });
		expect(again.status).toBe(401);
	});

	test("opens nothing else, and is used up by trying", async () => {
		const on = await stage();
		const one = await room(on);
		const other = await openWorkshop(on, { people: 1 });
		await other.run({ type: "session.start" });
		const attempts: ((url: string) => string)[] = [
			(url) => url.replace("export.md", "export.json"),
			(url) => url.replace("?", "?part=own&"),
			(url) => url.replace(one.id, other.id),
		];
		for (const attempt of attempts) {
			const { url } = await link(on, one.id, one.anna.token, { format: "md" });
			expect(await problem(await fetch(attempt(url)))).toMatchObject({ status: 401 });
			expect(await problem(await fetch(url))).toMatchObject({ status: 401 });
		}
		const stranger = await on.api.call("POST", `/api/workshops/${other.id}/download-token`, {
			token: one.anna.token,
			body: { format: "md" },
		});
		expect(await problem(stranger)).toMatchObject({ status: 403 });
		const unknown = await on.api.call("POST", `/api/workshops/${one.id}/download-token`, {
			token: one.anna.token,
			body: { format: "exe" },
		});
		expect(await problem(unknown)).toMatchObject({ status: 422 });
		expect(JSON.stringify(on.server.log)).not.toContain("token=");
	});

	test("lives a minute, and no longer than its owner's right", async () => {
		let ahead = 0;
		const on = await stage({ clock: { now: () => systemClock.now() + ahead } });
		const { id, anna, ben, run } = await room(on);
		const old = await link(on, id, anna.token, { format: "md" });
		ahead = 60_001;
		expect(await problem(await fetch(old.url))).toMatchObject({ status: 401 });
		const removed = await link(on, id, ben.token, { format: "md" });
		await run({ type: "participant.remove", participant: ben.participantId });
		expect(await problem(await fetch(removed.url))).toMatchObject({ status: 403, code: "removed" });
		const late = await link(on, id, anna.token, { format: "md" });
		await run({ type: "workshop.set", details: { takeHome: "after-end" } });
		expect(await problem(await fetch(late.url))).toMatchObject({ status: 409 });
		const refused = await on.api.call("POST", `/api/workshops/${id}/download-token`, {
			token: anna.token,
			body: { format: "md" },
		});
		expect(await problem(refused)).toMatchObject({ status: 409 });
	});
});
