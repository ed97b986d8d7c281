import { expect, test } from "vitest";
import { toGroupWork } from "../harness/group-work.ts";
import { Canaries, foundIn } from "./canaries.ts";
import {
	accept,
	addParagraph,
	dataFolder,
	found,
	line,
	openWorkshop,
	problem,
	type Stage,
	sheet,
	stage,
	type Workshop,
} from "./stage.ts";

/** A workshop of two people with names of their own, who have written in their group's sheet. */
async function worked(on: Stage, names: readonly [string, string], body: Record<string, unknown> = {}) {
	const workshop = await openWorkshop(on, body);
	const people = [await on.api.join(workshop.code, names[0], "Amt"), await on.api.join(workshop.code, names[1])];
	await workshop.run(...toGroupWork(1, "group-structures"));
	for (const { token } of people) {
		const { documents } = await on.api.snapshot(workshop.id, token);
		const group = found(
			documents.find(({ scope }) => scope.kind === "group"),
			"group's sheet",
		);
		const page = await sheet(on.url, group.id, token);
		await page.write((doc) => addParagraph(doc, "plenary", "Ein Satz."));
		await page[Symbol.asyncDispose]();
	}
	return { ...workshop, people };
}

const exported = async ({ api }: Stage, { id, facilitatorToken: token }: Workshop, format: string) =>
	await (await api.call("GET", `/api/workshops/${id}/export.${format}`, { token })).text();

test("what was set for the end is told before people join, and done to all that is stored when it comes", async () => {
	const dataDir = await dataFolder();
	const on = await stage({ dataDir });
	const words = new Canaries("Name");
	const [anna, ben] = [`Anna ${words.next()}`, `Ben ${words.next()}`] as const;
	const workshop = await worked(on, [anna, ben], { namesAtEnd: "shortened" });
	expect(foundIn(dataDir, words.halves)).toEqual(words.halves);
	expect(await exported(on, workshop, "md")).toContain(anna);

	const looser = await workshop.lead.command({ type: "workshop.set", details: { namesAtEnd: "kept" } });
	expect(looser).toMatchObject({ ok: false, error: { code: "wrong-state" } });
	const early = await workshop.lead.command({ type: "names.remove" });
	expect(early).toMatchObject({ ok: false, error: { code: "wrong-state" } });
	await workshop.run({ type: "session.end" });

	// Wherever somebody is named: on every screen, below the sheets, in every file, and in the folder of the server.
	const snapshot = await on.api.snapshot(workshop.id, workshop.facilitatorToken);
	expect(snapshot.participants.map(({ name }) => name)).toEqual(["A. K.", "B. K."]);
	expect(snapshot.workshop).toMatchObject({ namesAtEnd: "shortened", names: "shortened" });
	const own = await on.api.snapshot(workshop.id, found(workshop.people[0], "Anna").token);
	expect(own.you.name).toBe("A. K.");
	const file = await exported(on, workshop, "json");
	expect(JSON.parse(file)).toMatchObject({ groups: [{ members: expect.arrayContaining(["A. K.", "B. K."]) }] });
	expect(file).toContain('"A. K."');
	expect(foundIn(dataDir, words.halves)).toEqual([]);

	await on.server[Symbol.asyncDispose]();
	const again = await stage({ dataDir });
	const { participants } = await again.api.snapshot(workshop.id, workshop.facilitatorToken);
	expect(participants.map(({ name }) => name)).toEqual(["A. K.", "B. K."]);
});

test("the facilitator alone removes names that were kept, once the workshop is over", async () => {
	const dataDir = await dataFolder();
	const on = await stage({ dataDir });
	const words = new Canaries("Name");
	const workshop = await worked(on, [words.next(), words.next()]);
	await workshop.run({ type: "session.end" });
	expect(foundIn(dataDir, words.halves)).toEqual(words.halves);
	const seat = await line(on.url, found(workshop.people[0], "person").token);
	expect(await seat.command({ type: "names.remove" })).toMatchObject({ ok: false, error: { code: "forbidden" } });
	accept(await workshop.lead.command({ type: "names.remove" }));
	expect(foundIn(dataDir, words.halves)).toEqual([]);
	await seat.until(({ participants }) => participants.every(({ name }) => name.startsWith("Person ")));
	expect(await exported(on, workshop, "md")).toMatch(/Person 1 \S+ Person 2|Person 1, Person 2/);
	expect(on.server.log.filter(({ level }) => level === "error")).toEqual([]);
});

test("what is no choice is refused where a workshop is made", async () => {
	const { api } = await stage();
	const body = { template: "cooperation-review", namesAtEnd: "sold" };
	expect(await problem(await api.call("POST", "/api/workshops", { body }))).toMatchObject({ status: 422 });
});
