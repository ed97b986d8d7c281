import { expect, test } from "vitest";
import { z } from "zod";
import { toGroupWork } from "../harness/group-work.ts";
import { addParagraph, found, openWorkshop, sheet, stage } from "./stage.ts";

const exported = z.object({
	sheets: z.array(
		z.object({
			document: z.string(),
			scope: z.object({ kind: z.string(), name: z.string() }),
			credits: z.object({ names: z.array(z.string()), changedAt: z.number().nullable() }),
		}),
	),
});

test("an export says of each sheet who wrote in it and when it last changed, and nothing of other groups", async () => {
	const arena = await stage();
	const { api, url } = arena;
	const workshop = await openWorkshop(arena, { people: 6 });
	await workshop.run(...toGroupWork(2, "check-in", "group-structures"));
	const { groups } = await api.snapshot(workshop.id, workshop.facilitatorToken);
	const [one, other] = [found(groups[0], "group"), found(groups[1], "other group")];
	const personOf = (id: string | undefined) =>
		found(
			workshop.people.find(({ participantId }) => participantId === id),
			"person",
		);
	const nameOf = (id: string | undefined) => `Person ${workshop.people.indexOf(personOf(id)) + 1}`;
	const sheetsOf = async (token: string) => (await api.snapshot(workshop.id, token)).documents;
	const groupsSheet = async (token: string) =>
		found(
			(await sheetsOf(token)).find(({ scope }) => scope.kind === "group"),
			"group's sheet",
		).id;
	const creditsFor = async (token: string) => {
		const response = await api.call("GET", `/api/workshops/${workshop.id}/export.json`, { token });
		return exported.parse(await response.json()).sheets;
	};
	const textFor = async (token: string) =>
		await (await api.call("GET", `/api/workshops/${workshop.id}/export.md`, { token })).text();

	const [first, second, reader] = one.members.map(personOf);
	const [stranger] = other.members.map(personOf);
	if (!first || !second || !reader || !stranger) throw new Error("three people make a group");
	const document = await groupsSheet(first.token);
	const before = Date.now();
	for (const [index, { token }] of [second, first].entries()) {
		const page = await sheet(url, document, token);
		addParagraph(page.doc, "plenary", `Absatz ${index}`);
		await page.untilSaved(2);
	}
	const look = await sheet(url, document, reader.token);
	await look.until((doc) => doc.getXmlFragment("plenary").length === 2);
	await look.untilSaved(1);
	const theirs = await groupsSheet(stranger.token);
	const page = await sheet(url, theirs, stranger.token);
	addParagraph(page.doc, "plenary", "Bei uns auch");
	await page.untilSaved(2);
	const own = found(
		(await sheetsOf(first.token)).find(({ scope }) => scope.kind === "participant"),
		"own sheet",
	);
	const mine = await sheet(url, own.id, first.token);
	mine.doc.getText("expectation").insert(0, "Viel");
	await mine.untilSaved(2);

	// Sorted as they joined, whoever wrote first.
	const names = [first, second].map(({ participantId }) => nameOf(participantId)).sort();
	const forMember = await creditsFor(reader.token);
	expect(forMember.find((each) => each.document === document)?.credits).toEqual({
		names,
		changedAt: expect.toSatisfy((at: number) => at >= before && at <= Date.now()),
	});
	expect(forMember.flatMap(({ credits }) => credits.names)).not.toContain(nameOf(stranger.participantId));
	expect(await textFor(reader.token)).toContain(`Geschrieben von ${names.join(" und ")}; zuletzt am `);
	expect((await creditsFor(stranger.token)).flatMap(({ credits }) => credits.names)).toEqual([
		nameOf(stranger.participantId),
	]);
	const private_ = found(
		(await creditsFor(first.token)).find(({ scope }) => scope.kind === "participant"),
		"own sheet",
	);
	expect(private_.credits).toEqual({ names: [], changedAt: expect.any(Number) });
	expect(await textFor(first.token)).toContain("Zuletzt geändert am ");

	const lead = await sheet(url, document, workshop.facilitatorToken);
	addParagraph(lead.doc, "plenary", "Von vorne");
	await lead.untilSaved(2);
	const forLead = await creditsFor(workshop.facilitatorToken);
	expect(forLead.find((each) => each.document === document)?.credits.names).toEqual([...names, "Moderation"]);
	expect(forLead.find((each) => each.document === theirs)?.credits.names).toEqual([nameOf(stranger.participantId)]);
	const untouched = forLead.filter(({ document: id }) => id !== document && id !== theirs);
	expect(untouched.every(({ credits }) => credits.changedAt === null && credits.names.length === 0)).toBe(true);
});
