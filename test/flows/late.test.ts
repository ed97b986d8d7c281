import { randomUUID } from "node:crypto";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import * as Y from "yjs";
import { z } from "zod";
import { type LateContribution, lateContributionSchema, lateReceiptSchema } from "../../worksheets/contract/late.ts";
import { documentOf, toGroupWork } from "../harness/group-work.ts";
import { pdfText } from "../harness/pdf.ts";
import { xlsxSheets } from "../harness/xlsx.ts";
import {
	addParagraph,
	dataFolder,
	found,
	openWorkshop,
	problem,
	type Stage,
	sharedStage,
	sheet,
	stage,
} from "./stage.ts";

const current = sharedStage();

/** A group sheet with Anna's first sentence in it, and her copy of it at that moment. */
async function begun({ people = 2, on = current() }: { people?: number; on?: Stage } = {}) {
	const workshop = await openWorkshop(on, { people });
	await workshop.run(...toGroupWork(1, "group-structures"));
	const anna = found(workshop.people[0], "first person");
	const { documents } = await on.api.snapshot(workshop.id, anna.token);
	const document = documentOf({ documents }, "group");
	const line = await sheet(on.url, document, anna.token);
	addParagraph(line.doc, "plenary", "Vorher.");
	await line.untilSaved(2);
	const own = new Y.Doc();
	Y.applyUpdate(own, Y.encodeStateAsUpdate(line.doc));
	own.clientID = line.doc.clientID;
	await line[Symbol.asyncDispose]();
	const post = (token: string, body: unknown, to = document) =>
		on.api.call("POST", `/api/documents/${to}/late`, { token, body });
	const list = async (token: string): Promise<LateContribution[]> =>
		z
			.array(lateContributionSchema)
			.parse(await (await on.api.call("GET", `/api/documents/${document}/late`, { token })).json());
	return { workshop, anna, ben: workshop.people[1], document, own, post, list };
}

/** What somebody writes on in a copy of their own. */
function written(own: Y.Doc, text: string): { id: string; update: string } {
	const before = Y.encodeStateVector(own);
	addParagraph(own, "plenary", text);
	return { id: randomUUID(), update: Buffer.from(Y.encodeStateAsUpdate(own, before)).toString("base64") };
}

describe("what comes after a lock", () => {
	test("is kept beside the sheet, shown to its readers and counted for all screens", async () => {
		const { workshop, anna, ben, document, own, post, list } = await begun();
		const late = written(own, "Nach dem Schließen");
		expect(await problem(await post(anna.token, late))).toMatchObject({ status: 409, code: "wrong-state" });
		await workshop.run({ type: "worksheet.lock", document });

		const response = await post(anna.token, late);
		expect(response.status).toBe(201);
		const receipt = lateReceiptSchema.parse(await response.json());
		expect(receipt.id).toBe(late.id);
		const expected = [
			{
				...receipt,
				participant: { id: anna.participantId, name: "Person 1" },
				answers: [{ block: "plenary", text: "Nach dem Schließen" }],
			},
		];
		expect(await list(anna.token)).toEqual(expected);
		expect(await list(workshop.facilitatorToken)).toEqual(expected);
		expect(await list(found(ben, "second person").token)).toEqual(expected);
		await workshop.lead.until(({ documents }) => documents.find(({ id }) => id === document)?.late === 1);

		// The sheet itself has not changed, and opening it again does not merge anything.
		await workshop.run({ type: "worksheet.unlock", document });
		const reader = await sheet(current().url, document, anna.token);
		expect(reader.doc.getXmlFragment("plenary").toString()).not.toContain("Nach dem");
	});

	test("has one effect and one answer however often it is sent", async () => {
		const { workshop, anna, ben, document, own, post, list } = await begun();
		await workshop.run({ type: "worksheet.lock", document });
		const late = written(own, "Einmal");
		const answers = await Promise.all([post(anna.token, late), post(anna.token, late), post(anna.token, late)]);
		expect(answers.map(({ status }) => status)).toEqual([201, 201, 201]);
		const receipts = await Promise.all(answers.map((answer) => answer.json()));
		expect(new Set(receipts.map((receipt) => JSON.stringify(receipt))).size).toBe(1);
		expect(await list(anna.token)).toHaveLength(1);
		const other = found(ben, "second person").token;
		expect(await problem(await post(other, late))).toMatchObject({ status: 422 });
		await workshop.run({ type: "worksheet.unlock", document });
		expect((await post(anna.token, late)).status).toBe(201);
	});

	test("goes out with every format of the results, at its question", async () => {
		const { workshop, anna, document, own, post } = await begun();
		await workshop.run({ type: "session.end" });
		expect((await post(anna.token, written(own, "Nachzügler *Satz*"))).status).toBe(201);
		const file = async (format: string) =>
			new Uint8Array(
				await (
					await current().api.call("GET", `/api/workshops/${workshop.id}/export.${format}`, {
						token: workshop.facilitatorToken,
					})
				).arrayBuffer(),
			);
		const results = JSON.parse(new TextDecoder().decode(await file("json")));
		expect(results.sheets.find((entry: { document: string }) => entry.document === document).late).toEqual([
			{
				id: expect.any(String),
				at: expect.any(Number),
				by: "Person 1",
				answers: [{ block: "plenary", text: "Nachzügler *Satz*" }],
			},
		]);
		const markdown = new TextDecoder().decode(await file("md"));
		expect(markdown).toMatch(/Vorher\.[^#]*\*\*Nachgetragen von Person 1, \d\d:\d\d\sUhr:\*\* Nachzügler \\\*Satz\\\*/);
		const answers = found((await xlsxSheets(Buffer.from(await file("xlsx")))).get("Antworten"), "answers");
		expect(answers.find((row) => row.includes("Nachzügler *Satz*"))?.at(-1)).toMatch(/^Nachgetragen von Person 1, /);
		const pdf = join(await dataFolder(), "results.pdf");
		await writeFile(pdf, await file("pdf"));
		expect(await pdfText(pdf)).toMatch(/Nachgetragen von Person 1, \d\d:\d\d\sUhr:\s+Nachzügler \*Satz\*/);
	});

	test("is taken from whoever has written and was moved away, and shown to them no more", async () => {
		const { workshop, anna, document, own, post } = await begun();
		await workshop.run({ type: "groups.move", participant: anna.participantId, group: null });
		const listed = await current().api.call("GET", `/api/documents/${document}/late`, { token: anna.token });
		expect(await problem(listed)).toMatchObject({ status: 403 });
		expect((await post(anna.token, written(own, "Aus der alten Gruppe"))).status).toBe(201);
		const { documents } = await current().api.snapshot(workshop.id, workshop.facilitatorToken);
		expect(documents.find(({ id }) => id === document)?.late).toBe(1);
	});
});

describe("what is refused", () => {
	test("bytes that are no update, names the sheet does not have, and too much", async () => {
		const { workshop, anna, document, own, post, list } = await begun();
		await workshop.run({ type: "worksheet.lock", document });
		const id = randomUUID();
		const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString("base64");
		const foreign = new Y.Doc();
		foreign.getText("no-such-block").insert(0, "?");
		const many = new Y.Doc();
		const text = many.getText("plenary");
		for (let index = 0; index < 10_001; index++) text.insert(0, "x");
		const bodies: [unknown, number][] = [
			[{ id, update: base64(new Uint8Array([9, 9, 9, 9])) }, 400],
			[{ id, update: base64(Y.encodeStateAsUpdateV2(own)) }, 400],
			[{ id, update: base64(Y.encodeStateAsUpdate(foreign)) }, 400],
			[{ id, update: base64(Y.encodeStateAsUpdate(many)) }, 413],
			[{ id, update: "A".repeat(1024 * 1024) }, 413],
			[{ id, update: "not base64!" }, 422],
			[{ id: "not-a-uuid", update: written(own, "?").update }, 422],
			[{ update: written(own, "?").update }, 422],
			[[], 422],
		];
		for (const [body, status] of bodies) expect(await problem(await post(anna.token, body))).toMatchObject({ status });
		expect(await list(anna.token)).toEqual([]);
	});

	test("content under somebody else's client id, and what builds upon nothing", async () => {
		const { workshop, ben, document, own, post } = await begun();
		await workshop.run({ type: "worksheet.lock", document });
		const thief = found(ben, "second person").token;
		expect(await problem(await post(thief, written(own, "Unter Annas Nummer")))).toMatchObject({ status: 403 });
		const stranger = new Y.Doc();
		Y.applyUpdate(stranger, Y.encodeStateAsUpdate(own));
		addParagraph(stranger, "plenary", "Fehlt");
		expect(await problem(await post(thief, written(stranger, "Danach")))).toMatchObject({ status: 422 });
	});

	test("those who are not in it, only read it, or are not who they say", async () => {
		const { workshop, anna, document, own, post } = await begun();
		await workshop.run({ type: "worksheet.lock", document });
		const late = written(own, "Wer bin ich");
		const path = `/api/documents/${document}/late`;
		const { api } = current();
		const other = await api.create();
		expect(await problem(await post(other.facilitatorToken, late))).toMatchObject({ status: 403 });
		expect(await problem(await post("nobody-has-this-token", late))).toMatchObject({ status: 401 });
		expect(await problem(await api.call("POST", path, { body: late }))).toMatchObject({ status: 401 });
		expect(await problem(await post(anna.token, late, "x".repeat(22)))).toMatchObject({ status: 404 });
		const cookie = `arena-${workshop.id}=${anna.token}`;
		const foreign = { Cookie: cookie, Origin: "https://elsewhere.example" };
		expect(await problem(await api.call("POST", path, { body: late, headers: foreign }))).toMatchObject({
			status: 403,
		});
		expect(await problem(await api.call("POST", path, { body: late, headers: { Cookie: cookie } }))).toMatchObject({
			status: 403,
		});
		const ours = { Cookie: cookie, Origin: current().url };
		expect((await api.call("POST", path, { body: late, headers: ours })).status).toBe(201);
	});
});

test("a restart keeps it, and deleting the workshop deletes it", async () => {
	const dataDir = await dataFolder();
	const before = await stage({ dataDir });
	const { workshop, anna, document, own, post } = await begun({ on: before });
	await workshop.run({ type: "worksheet.lock", document });
	expect((await post(anna.token, written(own, "Bleibt"))).status).toBe(201);
	await before.server.close();

	const { api } = await stage({ dataDir });
	const { documents } = await api.snapshot(workshop.id, anna.token);
	expect(documents.find(({ id }) => id === document)?.late).toBe(1);
	const path = `/api/documents/${document}/late`;
	expect(JSON.stringify(await (await api.call("GET", path, { token: anna.token })).json())).toContain("Bleibt");
	await api.call("DELETE", `/api/workshops/${workshop.id}`, { token: workshop.facilitatorToken });
	expect(await problem(await api.call("GET", path, { token: anna.token }))).toMatchObject({ status: 404 });
});
