import { expect, test } from "vitest";
import type * as Y from "yjs";
import { z } from "zod";
import { add, moveStatement } from "../../worksheets/blocks/synthesis-write.ts";
import { type AnswerSheet, answerSheetSchema } from "../../worksheets/contract/statements.ts";
import { changedSources, topicsOf } from "../../worksheets/synthesis/offers.ts";
import { toGroupWork } from "../harness/group-work.ts";
import { pdfPages } from "../harness/pdf.ts";
import { accept, addParagraph, found, line, openWorkshop, type Stage, sheet, stage, type Workshop } from "./stage.ts";

const BLOCK = {
	id: "synthesis",
	type: "synthesis",
	label: { de: "", en: "" },
	repeat: { cells: true },
} as const;

interface Group {
	name: string;
	token: string;
	document: string;
}

/** Two groups, each of which has written a Kernaussage and what lies behind it, and the open board. */
async function openRoom(arena: Stage): Promise<Workshop & { groups: [Group, Group]; board: string }> {
	const workshop = await openWorkshop(arena, { people: 2 });
	await workshop.run(...toGroupWork(2, "group-adaptation"), { type: "synthesis.open" });
	const { groups, documents } = await arena.api.snapshot(workshop.id, workshop.facilitatorToken);
	const both = groups.map(({ id, name, members }): Group => {
		const person = workshop.people.find(({ participantId }) => members.includes(participantId));
		const document = documents.find(({ scope }) => scope.id === id);
		return { name, token: found(person, "member").token, document: found(document, "group's sheet").id };
	});
	const [one, other] = [found(both[0], "group"), found(both[1], "other group")];
	for (const { document, token, name } of [one, other]) {
		await write(arena, document, token, (doc) => {
			doc.getText("begin/key-message").insert(0, `Kern ${name}`);
			addParagraph(doc, "begin", `Ausführlich ${name}`);
		});
	}
	const board = found(
		documents.find(({ worksheet }) => worksheet === "synthesis"),
		"board",
	).id;
	return { ...workshop, groups: [one, other], board };
}

async function write(arena: Stage, document: string, token: string, change: (doc: Y.Doc) => void): Promise<void> {
	const page = await sheet(arena.url, document, token);
	await page.write(change);
	page.provider.destroy();
}

async function statementsFor({ api }: Stage, id: string, token: string): Promise<AnswerSheet[]> {
	const response = await api.call("GET", `/api/workshops/${id}/statements`, { token });
	expect(response.status).toBe(200);
	return z.array(answerSheetSchema).parse(await response.json());
}

async function file({ api }: Stage, id: string, format: string, token: string): Promise<string> {
	const response = await api.call("GET", `/api/workshops/${id}/export.${format}`, { token });
	expect(response.status).toBe(200);
	return format === "pdf"
		? (await pdfPages(new Uint8Array(await response.arrayBuffer()))).join("\n")
		: await response.text();
}

const said = (sheets: AnswerSheet[]) =>
	sheets.flatMap(({ owner, answers }) => answers.map(({ part, text }) => [owner, part ?? "", text]));

test("what groups say in words is there for who brings it together, and each group's own for its members", async () => {
	const arena = await stage();
	const room = await openRoom(arena);
	const [one, other] = room.groups.map(({ name }) => [
		[name, "key-message", `Kern ${name}`],
		[name, "", `Ausführlich ${name}`],
	]);
	expect(said(await statementsFor(arena, room.id, room.facilitatorToken))).toEqual([...(one ?? []), ...(other ?? [])]);
	expect(said(await statementsFor(arena, room.id, room.groups[0].token))).toEqual(one);
});

test("picked with its source, flagged when that changes, in every file of those who steer and in nobody else's", async () => {
	const arena = await stage();
	const room = await openRoom(arena);
	const [one] = room.groups;
	const offer = found(
		topicsOf(await statementsFor(arena, room.id, room.facilitatorToken), [])[0]?.offers.find(
			({ owner }) => owner === one.name,
		),
		"offer",
	);
	await write(arena, room.board, room.facilitatorToken, (doc) => {
		add(doc, BLOCK, "cluster", { id: "c1", text: "Bald beginnen" });
		add(doc, BLOCK, "statement", { id: "s1", text: offer.text, source: offer.source });
		add(doc, BLOCK, "statement", { id: "s2", text: "Ganz frei" });
		moveStatement(doc, BLOCK, "s1", "c1", 0);
	});
	const statements = [{ id: "s1", text: offer.text, source: offer.source }];
	const now = async () => changedSources(await statementsFor(arena, room.id, room.facilitatorToken), statements);
	expect(await now()).toEqual(new Map());
	await write(arena, one.document, one.token, (doc) => doc.getText("begin/key-message").insert(0, "Doch: "));
	expect(await now()).toEqual(new Map([["s1", `Doch: Kern ${one.name}`]]));

	const markdown = await file(arena, room.id, "md", room.facilitatorToken);
	expect(markdown).toMatch(/^## Plenum: Synthese$/m);
	expect(markdown).toMatch(/^#{4,5} Bald beginnen$/m);
	expect(markdown).toContain(`- Kern ${one.name} (aus ${one.name}: `);
	expect(markdown).toMatch(/^- Ganz frei$/m);
	const pdf = await file(arena, room.id, "pdf", room.facilitatorToken);
	for (const words of ["Bald beginnen", `Kern ${one.name}`, "Ganz frei"]) expect(pdf).toContain(words);
	expect(JSON.parse(await file(arena, room.id, "json", room.facilitatorToken))).toMatchObject({
		sheets: expect.arrayContaining([expect.objectContaining({ worksheet: "synthesis", document: room.board })]),
	});
	for (const { token } of room.people) {
		for (const format of ["md", "json"]) {
			expect(await file(arena, room.id, format, token)).not.toContain("Ganz frei");
		}
	}
});

test("participants read the board while it is shown, only read it, and find it again after the end", async () => {
	const arena = await stage();
	const room = await openRoom(arena);
	const [{ token }] = room.groups;
	await write(arena, room.board, room.facilitatorToken, (doc) =>
		add(doc, BLOCK, "statement", { id: "s1", text: "Für alle" }),
	);
	const seat = await line(arena.url, token);
	const isListed = () => seat.snapshot().documents.some(({ id }) => id === room.board);
	expect(isListed()).toBe(false);
	expect(accept(await room.lead.command({ type: "synthesis.open" }))).toBeGreaterThan(0);
	expect(await seat.command({ type: "synthesis.open" })).toMatchObject({ ok: false, error: { code: "forbidden" } });

	await room.run({ type: "spotlight.show", document: room.board });
	await seat.until(isListed);
	expect(seat.snapshot().documents.find(({ id }) => id === room.board)).toMatchObject({ access: "read" });
	const reader = await sheet(arena.url, room.board, token);
	expect(reader.doc.getArray("synthesis").toJSON()).toMatchObject([{ text: "Für alle" }]);
	await room.run({ type: "spotlight.hide" });
	expect(await reader.closed).toBe(4403);
	await seat.until(() => !isListed());
	expect(await file(arena, room.id, "md", token)).not.toContain("Für alle");
	expect(await file(arena, room.id, "md", room.facilitatorToken)).toContain("Für alle");

	await room.run({ type: "session.end" });
	await seat.until(isListed);
	expect(await file(arena, room.id, "md", token)).toContain("Für alle");
});
