import { expect, test } from "vitest";
import type { BlockOf } from "../../worksheets/blocks/definitions.ts";
import { assessmentText, setAssessment } from "../../worksheets/blocks/module-assessment.ts";
import { place } from "../../worksheets/blocks/ranking-write.ts";
import { createdLinkSchema } from "../../worksheets/contract/links.ts";
import { type Plenary, plenarySchema } from "../../worksheets/contract/plenary.ts";
import { shownView } from "../../worksheets/contract/spotlight.ts";
import { setDone } from "../../worksheets/document/done.ts";
import { worksheetSchema } from "../../worksheets/schema/worksheet.ts";
import { documentOf, toGroupWork } from "../harness/group-work.ts";
import { pdfStructure } from "../harness/pdf.ts";
import { accept, found, line, openWorkshop, type Stage, sharedStage, sheet } from "./stage.ts";

const current = sharedStage();
const SHEET = "structure-sustainability";
const MODULE = "steering-committee";
const SECRET = "Nur in Gruppe B gesagt";

async function definitionOf({ api }: Stage) {
	const response = await api.call("GET", `/api/worksheets/${SHEET}`);
	const blocks = worksheetSchema.parse(await response.json()).sections.flatMap((section) => section.blocks);
	const assessment = blocks.find((block): block is BlockOf<"module-assessment"> => block.type === "module-assessment");
	const ranking = blocks.find((block): block is BlockOf<"ranking"> => block.type === "ranking");
	return { assessment: found(assessment, "assessment"), ranking: found(ranking, "ranking") };
}

/** Two groups of one person each that have agreed on values of one module; group B's says why. */
async function room(on: Stage) {
	const { assessment, ranking } = await definitionOf(on);
	const [lasting] = assessment.dimensions;
	const dimension = found(lasting, "dimension").id;
	const workshop = await openWorkshop(on, { people: 2 });
	await workshop.run(...toGroupWork(2, "group-structures"));
	const { groups, documents } = workshop.lead.snapshot();
	const sheets = groups.map(
		({ id }) =>
			found(
				documents.find(({ scope }) => scope.id === id),
				"sheet",
			).id,
	);
	for (const [at, document] of sheets.entries()) {
		const table = await sheet(on.url, document, workshop.facilitatorToken);
		table.doc.transact(() => {
			place(table.doc, ranking, undefined, MODULE, 0);
			setAssessment(table.doc, assessment, MODULE, dimension, { state: at === 0 ? 1 : 4 });
			if (at === 1) assessmentText(table.doc, assessment, MODULE, dimension, "remark").insert(0, SECRET);
		});
		await table.untilSaved(2);
	}
	const [anna, ben] = workshop.people.map(({ token }) => token);
	const see = async (token: string | undefined): Promise<Plenary> => {
		const answer = await on.api.call("GET", `/api/workshops/${workshop.id}/plenary`, { token: found(token, "token") });
		expect(answer.status).toBe(200);
		return plenarySchema.parse(await answer.json());
	};
	const show = { type: "plenary.show", view: "heatmap", worksheet: SHEET } as const;
	return { workshop, dimension, anna: found(anna, "Anna"), ben: found(ben, "Ben"), see, show };
}

test("those who steer and who observe see all groups side by side, in the workshop's words", async () => {
	const on = current();
	const { workshop, see, dimension } = await room(on);
	const path = `/api/workshops/${workshop.id}/links`;
	const link = await on.api.call("POST", path, { token: workshop.facilitatorToken, body: { role: "observer" } });
	const observer = new URL(createdLinkSchema.parse(await link.json()).url).hash.slice(1);
	for (const token of [workshop.facilitatorToken, observer]) {
		const { language, assessments } = await see(token);
		expect(language).toBe("de");
		expect(assessments).toMatchObject([
			{ worksheet: SHEET, view: "all", units: [{ name: "Gruppe A" }, { name: "Gruppe B" }] },
		]);
		const [module] = found(assessments[0], "assessment").modules;
		expect(module).toMatchObject({ id: MODULE, label: "Lenkungsgruppe" });
		expect(module?.rows.map(({ cells }) => [cells[0]?.value, cells[0]?.reason])).toEqual([
			[1, ""],
			[4, SECRET],
		]);
	}
	expect((await see(workshop.facilitatorToken)).assessments[0]?.dimensions[0]).toMatchObject({ id: dimension });
});

test("a participant sees nothing before it is shown, that much while it is, and nothing after", async () => {
	const on = current();
	const { workshop, dimension, anna, see, show } = await room(on);
	const client = await line(on.url, anna);
	expect(await see(anna)).toEqual({ language: "de", assessments: [] });
	accept(await workshop.lead.command({ ...show, view: "distribution" }));
	await client.until(({ spotlight }) => shownView(spotlight)?.view === "distribution");
	const spread = await see(anna);
	expect(spread.assessments).toMatchObject([{ view: "distribution", modules: [] }]);
	expect(JSON.stringify(spread)).not.toContain(SECRET);

	await workshop.run({ ...show, dimension });
	expect((await see(anna)).assessments).toMatchObject([{ view: "heatmap", dimensions: [{ id: dimension }] }]);
	await workshop.run(show);
	const whole = await see(anna);
	expect(whole.assessments[0]?.dimensions.length).toBeGreaterThan(1);
	expect(JSON.stringify(whole)).toContain(SECRET);
	await workshop.run({ type: "spotlight.hide" });
	expect((await see(anna)).assessments).toEqual([]);
	// Another phase hides it like everything that is shown.
	await workshop.run(show, { type: "phase.go", phase: "welcome" });
	expect((await see(anna)).assessments).toEqual([]);

	// Only those who steer show anything.
	const answer = await client.command(show);
	expect(answer).toMatchObject({ ok: false, error: { code: "forbidden" } });
	expect(JSON.stringify(client.snapshot())).not.toContain(SECRET);
});

test("after the end it is for those who were shown it, in their files too", async () => {
	const on = current();
	const never = await room(on);
	const shown = await room(on);
	await shown.workshop.run({ ...shown.show, dimension: shown.dimension }, { type: "spotlight.hide" });
	const file = async ({ workshop, anna }: typeof never, format: string) => {
		const answer = await on.api.call("GET", `/api/workshops/${workshop.id}/export.${format}`, { token: anna });
		expect(answer.status).toBe(200);
		return await answer.text();
	};
	// Interim files say no more than the page.
	expect(await file(shown, "md")).not.toContain("Überblick");
	for (const one of [never, shown]) await one.workshop.run({ type: "session.end" });
	expect((await never.see(never.anna)).assessments).toEqual([]);
	expect(await file(never, "md")).not.toContain("Überblick");
	expect(JSON.parse(await file(never, "json")).overview).toEqual([]);
	expect((await shown.see(shown.anna)).assessments).toMatchObject([
		{ view: "heatmap", dimensions: [{ id: shown.dimension }] },
	]);
	expect(await file(shown, "md")).toContain("## Überblick");
	expect(JSON.parse(await file(shown, "json")).overview).toHaveLength(1);
	const all = await on.api.call("GET", `/api/workshops/${never.workshop.id}/export.md`, {
		token: never.workshop.facilitatorToken,
	});
	const text = await all.text();
	expect(text).toContain("Größte Spannweite zwischen den Gruppen: Lenkungsgruppe, Verstetigung (1–4).");
	expect(text).toMatch(/\| Lenkungsgruppe \| Gruppe A \| 1 \|/);
	const pdf = await on.api.call("GET", `/api/workshops/${never.workshop.id}/export.pdf`, {
		token: never.workshop.facilitatorToken,
	});
	expect(pdf.status).toBe(200);
	const structure = await pdfStructure(new Uint8Array(await pdf.arrayBuffer()));
	const cells = [...structure.matchAll(/ TD:[^"]*"([^"]*)"/g)].map(([, text]) => text);
	expect(cells.join(" ")).toContain("Lenkungsgruppe Gruppe A 1 – – – – Gruppe B 4 – – – –");
});

test("what is the same is not sent again, and what is erased is gone", async () => {
	const on = current();
	const { workshop } = await room(on);
	const token = workshop.facilitatorToken;
	const path = `/api/workshops/${workshop.id}/plenary`;
	const first = await on.api.call("GET", path, { token });
	const mark = found(first.headers.get("etag"), "mark");
	const headers = { authorization: `Bearer ${token}`, "If-None-Match": mark };
	expect((await fetch(`${on.url}${path}`, { headers })).status).toBe(304);
	expect(first.headers.get("cache-control")).toBe("no-store");
	await workshop.run({ type: "groups.set", group: found(workshop.lead.snapshot().groups[0], "group").id, name: "Ost" });
	expect((await fetch(`${on.url}${path}`, { headers })).status).toBe(200);
	expect((await fetch(`${on.url}${path}`)).status).toBe(401);
	await on.api.call("DELETE", `/api/workshops/${workshop.id}`, { token });
	expect((await on.api.call("GET", path, { token })).status).toBe(410);
});

test("what nobody has revealed does not leave, whatever it is; revealed, it is there for those it is shown to", async () => {
	const on = current();
	const { assessment, ranking } = await definitionOf(on);
	const [{ id: dimension }] = [found(assessment.dimensions[0], "dimension")];
	const question = `${assessment.id}/${MODULE}`;
	const answers: string[] = [];
	for (const rating of [0, 4]) {
		const workshop = await openWorkshop(on, { people: 3 });
		await workshop.run(...toGroupWork(1, "group-structures"));
		const group = found(workshop.lead.snapshot().groups[0], "group").id;
		const shared = found(
			workshop.lead.snapshot().documents.find(({ scope }) => scope.id === group),
			"sheet",
		).id;
		const table = await sheet(on.url, shared, workshop.facilitatorToken);
		place(table.doc, ranking, undefined, MODULE, 0);
		await table.untilSaved(2);
		for (const { token } of workshop.people) {
			const own = await sheet(on.url, documentOf(await on.api.snapshot(workshop.id, token), "participant"), token);
			own.doc.transact(() => {
				setAssessment(own.doc, assessment, MODULE, dimension, { state: rating });
				assessmentText(own.doc, assessment, MODULE, dimension, "evidence").insert(0, `${SECRET} ${rating}`);
				setDone(own.doc, question, true);
			});
			await own.untilSaved(2);
		}
		await workshop.lead.until(({ ratings }) => ratings.some(({ submitted }) => submitted === 3));
		const path = `/api/workshops/${workshop.id}/plenary`;
		const see = async (token: string) => await (await on.api.call("GET", path, { token })).text();
		const before = await see(workshop.facilitatorToken);
		expect(before).not.toContain(SECRET);
		answers.push(before.replaceAll(shared, "sheet").replaceAll(group, "group"));

		const anna = found(workshop.people[0], "Anna").token;
		await workshop.run({ type: "plenary.show", view: "distribution", worksheet: SHEET });
		expect(plenarySchema.parse(JSON.parse(await see(anna))).assessments).toMatchObject([{ modules: [] }]);
		await workshop.run({ type: "rating.reveal", document: shared, question });
		await workshop.lead.until(({ ratings }) => ratings.some(({ result }) => result !== undefined));
		const after = await see(anna);
		expect(plenarySchema.parse(JSON.parse(after)).assessments[0]?.modules[0]?.rows[0]?.cells[0]).toMatchObject({
			value: null,
			evidence: "",
			distribution: { n: 3, lowest: rating, highest: rating },
		});
		expect(after).not.toContain(SECRET);
		await workshop.run({ type: "rating.reopen", document: shared, question });
		expect(plenarySchema.parse(JSON.parse(await see(anna))).assessments).toMatchObject([{ modules: [] }]);
	}
	expect(answers[0]).toBe(answers[1]);
});
