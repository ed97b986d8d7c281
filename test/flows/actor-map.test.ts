import { randomUUID } from "node:crypto";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import * as Y from "yjs";
import { z } from "zod";
import { setPlace } from "../../worksheets/blocks/actor-board.ts";
import { setReleased } from "../../worksheets/blocks/actor-map.ts";
import type { BlockOf } from "../../worksheets/blocks/definitions.ts";
import { addRow, cellText, setCell } from "../../worksheets/blocks/table.ts";
import { worksheetSchema } from "../../worksheets/schema/worksheet.ts";
import { documentOf, toGroupWork } from "../harness/group-work.ts";
import { pdfText } from "../harness/pdf.ts";
import { dataFolder, found, openWorkshop, sharedStage, sheet } from "./stage.ts";

const current = sharedStage();
const WITHHELD = "Die Einschätzungen hat die Gruppe nicht freigegeben.";
/** What stands where ratings do: on the board and in the second part, whose columns are narrow on paper. */
const RATED = ["Einfluss 4 hoch", "unterstüt"];

const ratedIn = (text: string) => RATED.filter((rating) => text.includes(rating));

const exported = z.object({
	sheets: z.array(
		z.object({
			answered: z.object({
				sections: z.array(
					z.object({
						blocks: z.array(
							z.object({
								definition: z.object({ id: z.string() }),
								answers: z.array(z.object({ answer: z.unknown() })),
							}),
						),
					}),
				),
			}),
		}),
	),
});

type Definition = BlockOf<"actor-map">;

async function definition(): Promise<Definition> {
	const response = await current().api.call("GET", "/api/worksheets/actor-analysis");
	const { sections } = worksheetSchema.parse(await response.json());
	const block = sections.flatMap(({ blocks }) => blocks).find(({ type }) => type === "actor-map");
	if (block?.type !== "actor-map") throw new Error("the sheet has an actor map");
	return block;
}

function write(doc: Y.Doc, block: Definition): void {
	doc.transact(() => {
		addRow(doc, block, undefined, "r1");
		cellText(doc, block, undefined, "r1", "actor")?.insert(0, "Kreisschulamt");
		setPlace(doc, block, undefined, "r1", { across: 2, up: 4 });
		setCell(doc, block, undefined, "r1", "attitude", "supportive");
	});
}

/** A group's map with one actor that is rated. */
async function mapped() {
	const { api, url } = current();
	const block = await definition();
	const workshop = await openWorkshop(current(), { people: 1, template: "external-cooperation" });
	await workshop.run(...toGroupWork(1, "group-actors"));
	const anna = found(workshop.people[0], "person");
	const document = documentOf(await api.snapshot(workshop.id, anna.token), "group");
	const line = await sheet(url, document, anna.token);
	write(line.doc, block);
	await line.untilSaved(2);
	const get = (path: string, token: string) => api.call("GET", path, { token });
	async function taken(format: string, token: string): Promise<string> {
		const response = await get(`/api/workshops/${workshop.id}/export.${format}`, token);
		expect(response.status).toBe(200);
		const body = Buffer.from(await response.arrayBuffer());
		if (format !== "pdf") return body.toString("utf8");
		const path = join(await dataFolder(), "results.pdf");
		await writeFile(path, body);
		return await pdfText(path);
	}
	return { workshop, anna, document, line, block, get, taken };
}

test.each(["md", "pdf"])(
	"the facilitator's .%s names the actors, and how they are rated once that is released",
	async (format) => {
		const { workshop, anna, line, block, taken } = await mapped();
		const lead = () => taken(format, workshop.facilitatorToken);
		const withheld = await lead();
		expect(withheld).toContain("Kreisschulamt");
		expect(withheld).toContain(WITHHELD);
		expect(ratedIn(withheld)).toEqual([]);
		const own = await taken(format, anna.token);
		expect(ratedIn(own)).toEqual(RATED);
		expect(own).not.toContain(WITHHELD);

		setReleased(line.doc, block, undefined, true);
		await line.untilSaved(3);
		const released = await lead();
		expect(ratedIn(released)).toEqual(RATED);
		expect(released).not.toContain(WITHHELD);

		setReleased(line.doc, block, undefined, false);
		await line.untilSaved(4);
		expect(ratedIn(await lead())).toEqual([]);
	},
);

test("the .json has no value where a rating is withheld, and says so", async () => {
	const { workshop, anna, line, block, taken } = await mapped();
	const answer = async (token: string) => {
		const { sheets } = exported.parse(JSON.parse(await taken("json", token)));
		return sheets
			.flatMap(({ answered }) => answered.sections.flatMap(({ blocks }) => blocks))
			.find(({ definition: { id } }) => id === block.id)?.answers[0]?.answer;
	};
	const cells = { actor: "Kreisschulamt", influence: 4, interest: 2, attitude: "supportive", kind: null };
	const hidden = { ...cells, influence: null, interest: null, attitude: null };
	expect(await answer(workshop.facilitatorToken)).toMatchObject({ ratings: "withheld", rows: [{ cells: hidden }] });
	expect(await answer(anna.token)).toMatchObject({ ratings: "group", rows: [{ cells }] });
	setReleased(line.doc, block, undefined, true);
	await line.untilSaved(3);
	expect(await answer(workshop.facilitatorToken)).toMatchObject({ ratings: "open", rows: [{ cells }] });
});

test("what the sheet was before is shown to the facilitator without ratings", async () => {
	const { workshop, document, get } = await mapped();
	const response = await get(`/api/documents/${document}/history/${Date.now()}`, workshop.facilitatorToken);
	expect(response.status).toBe(200);
	const before = await response.text();
	expect(before).toContain("Kreisschulamt");
	expect(before).toContain(WITHHELD);
	expect(ratedIn(before)).toEqual([]);
});

test("what the group has taken back stays so, in earlier states and after a set-back to one", async () => {
	const { workshop, anna, document, line, block, get, taken } = await mapped();
	setReleased(line.doc, block, undefined, true);
	await line.untilSaved(3);
	const at = Date.now();
	await expect.poll(() => Date.now()).toBeGreaterThan(at);
	setReleased(line.doc, block, undefined, false);
	setCell(line.doc, block, undefined, "r1", "attitude", "opposed");
	await line.untilSaved(5);
	const preview = await get(`/api/documents/${document}/history/${at}`, workshop.facilitatorToken);
	expect(await preview.text()).toContain(WITHHELD);

	const back = await current().api.call("POST", `/api/documents/${document}/set-back`, {
		token: workshop.facilitatorToken,
		body: { id: randomUUID(), at, keepLater: false },
	});
	expect(back.status).toBe(200);
	expect(await taken("md", anna.token)).toContain("unterstützend");
	const lead = await taken("md", workshop.facilitatorToken);
	expect(lead).toContain(WITHHELD);
	expect(ratedIn(lead)).toEqual([]);
});

test("what comes late says its ratings to the group alone, whoever asks first", async () => {
	const { workshop, anna, document, line, block, get, taken } = await mapped();
	const own = new Y.Doc();
	Y.applyUpdate(own, Y.encodeStateAsUpdate(line.doc));
	own.clientID = line.doc.clientID;
	await line[Symbol.asyncDispose]();
	await workshop.run({ type: "worksheet.lock", document });
	const since = Y.encodeStateVector(own);
	setPlace(own, block, undefined, "r1", { across: 3, up: 1 });
	cellText(own, block, undefined, "r1", "concern")?.insert(0, "Ganztag");
	const update = Buffer.from(Y.encodeStateAsUpdate(own, since)).toString("base64");
	const posted = await current().api.call("POST", `/api/documents/${document}/late`, {
		token: anna.token,
		body: { id: randomUUID(), update },
	});
	expect(posted.status).toBe(201);

	const path = `/api/documents/${document}/late`;
	const [group, lead] = await Promise.all([get(path, anna.token), get(path, workshop.facilitatorToken)]);
	const said = z.array(z.object({ answers: z.array(z.object({ text: z.string() })) }));
	const texts = async (response: Response) =>
		said
			.parse(await response.json())
			.flatMap(({ answers }) => answers.map(({ text }) => text))
			.join("\n");
	const [inside, outside] = [await texts(group), await texts(lead)];
	expect(inside).toContain("1 gering");
	expect(inside).toContain("Ganztag");
	expect(outside).toContain("Ganztag");
	expect(outside).not.toContain("gering");
	expect(await taken("md", workshop.facilitatorToken)).not.toContain("gering");
	expect(await taken("md", anna.token)).toContain("1 gering");
});
