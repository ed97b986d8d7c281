import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { apiClient } from "../harness/api.ts";
import { documentOf, toGroupWork } from "../harness/group-work.ts";
import { startTestServer } from "../harness/server.ts";
import { dataFolder, found, openWorkshop, sheet } from "./stage.ts";

/** A folder of one's own whose sheet is written anew while a workshop is under way. */

const FIRST = `kind: worksheet
id: our-sheet
version: 1
title: { de: Unser Blatt, en: Our sheet }
purpose: { de: Probe, en: Trial }
sections:
  - id: only
    title: { de: Teil, en: Part }
    blocks:
      - id: form
        type: choice
        label: { de: Welche Form?, en: Which form? }
        options:
          - { id: round, label: { de: Runder Tisch, en: Round table } }
          - { id: council, label: { de: Beirat, en: Council } }
      - { id: name, type: text, label: { de: Wie heißt sie?, en: What is it called? } }
`;
/** The chosen option is gone, the text's question asks for something else, and a third one has come. */
const SECOND = FIRST.replace("version: 1", "version: 2")
	.replace(/ {10}- \{ id: round.*\n/, "")
	.replace(/ {6}- \{ id: name.*\n/, "      - { id: lead, type: text, label: { de: Wer leitet?, en: Who leads? } }\n");
const TEMPLATE = `kind: template
id: our-plan
version: 1
title: { de: Unser Plan, en: Our plan }
description: { de: Probe, en: Trial }
languages: [de, en]
phases:
  - id: work
    title: { de: Arbeit, en: Work }
    kind: group
    minutes: 10
    assignment: { de: Schreiben Sie., en: Write. }
    sheets: [{ worksheet: our-sheet, scope: group }]
`;

test("a workshop keeps the sheet it was created with, and all that stands in it", async () => {
	const [dataDir, worksheetsDir] = [await dataFolder(), await dataFolder()];
	const write = (text: string) => writeFile(join(worksheetsDir, "our-sheet.yaml"), text);
	await write(FIRST);
	await writeFile(join(worksheetsDir, "our-plan.yaml"), TEMPLATE);
	const start = () => startTestServer({ dataDir, config: { worksheetsDir }, pages: false });

	const before = await start();
	const workshop = await openWorkshop(
		{ api: apiClient(before.url), url: before.url },
		{ template: "our-plan", people: 1 },
	);
	await workshop.run(...toGroupWork(1, "work"));
	const { token } = found(workshop.people[0], "person");
	const id = documentOf(await apiClient(before.url).snapshot(workshop.id, token), "group");
	{
		await using first = await sheet(before.url, id, token);
		first.doc.getMap("form").set("value", "round");
		first.doc.getText("name").insert(0, "Bildungsrunde");
		await first.untilSaved(3);
	}
	await workshop.lead[Symbol.asyncDispose]();
	await before.close();

	await write(SECOND);
	const after = await start();
	onTestFinished(() => after.close());
	const api = apiClient(after.url);
	const again = await sheet(after.url, id, token);
	expect(again.doc.getText("name").toString()).toBe("Bildungsrunde");
	again.doc.getText("name").insert(0, "Große ");
	await again.untilSaved(2);
	const file = await api.call("GET", `/api/workshops/${workshop.id}/export.md`, { token: workshop.facilitatorToken });
	const report = await file.text();
	for (const text of ["Welche Form?", "Runder Tisch", "Wie heißt sie?", "Große Bildungsrunde"]) {
		expect(report).toContain(text);
	}
	expect(report).not.toContain("Wer leitet?");

	// Who creates one now gets the sheet as it is written now.
	const next = await openWorkshop({ api, url: after.url }, { template: "our-plan", people: 1 });
	await next.run(...toGroupWork(1, "work"));
	const newcomer = found(next.people[0], "person");
	const newId = documentOf(await api.snapshot(next.id, newcomer.token), "group");
	const fresh = await sheet(after.url, newId, newcomer.token);
	fresh.doc.getText("lead").insert(0, "Amt 40");
	await fresh.untilSaved(2);
	const exported = await api.call("GET", `/api/workshops/${next.id}/export.md`, { token: next.facilitatorToken });
	expect(await exported.text()).toMatch(/Wer leitet\?\n\nAmt 40/);
});
