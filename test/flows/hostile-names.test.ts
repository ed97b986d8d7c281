import { readdirSync } from "node:fs";
import { expect, test } from "vitest";
import { LIMITS } from "../../worksheets/contract/limits.ts";
import { cleanLine, codePoints } from "../../worksheets/contract/text.ts";
import { HOSTILE_NAMES } from "../harness/hostile-names.ts";
import { upload, uploaded } from "../harness/upload.ts";
import { dataFolder, openWorkshop, stage } from "./stage.ts";
import { filesBelow } from "./uploaded-files.ts";

const PHASE = "group-structures";

test("of 300 hostile names none reaches a path, a header or a program that saves the file", {
	timeout: 120_000,
}, async () => {
	expect(HOSTILE_NAMES).toHaveLength(300);
	const dataDir = await dataFolder();
	const on = await stage({ dataDir });
	const workshop = await openWorkshop(on);
	const lead = { url: on.url, id: workshop.id, token: workshop.facilitatorToken };
	const before = readdirSync(dataDir).filter((name) => name !== "materials");
	for (const name of HOSTILE_NAMES) {
		// As the file's own name, which nobody keeps, and as what it is called.
		const label = [...name].slice(0, LIMITS.materialLabelCodePoints).join("");
		const about = { phase: PHASE, label, name: `${name}.txt` };
		const answer = await upload(lead, about, "Text");
		const empty = cleanLine(label) === "" || codePoints(cleanLine(label)) > LIMITS.materialLabelCodePoints;
		if (empty || name.length > 900) {
			expect(answer.status).toBe(422);
			continue;
		}
		expect(answer.status, JSON.stringify(name)).toBe(201);
		const { materials = [] } =
			(await on.api.snapshot(workshop.id, lead.token)).phases.find(({ id }) => id === PHASE) ?? {};
		const [material] = materials;
		expect(filesBelow(dataDir)).toEqual([`${workshop.id}/${material?.file?.id}`]);
		const download = await on.api.call("GET", material?.url ?? "", { token: lead.token });
		expect(await download.text()).toBe("Text");
		const disposition = download.headers.get("content-disposition") ?? "";
		const [, plain = "", spoken = ""] =
			/^attachment; filename="([a-z0-9-]+)\.txt"; filename\*=UTF-8''([A-Za-z0-9%._-]+)$/.exec(disposition) ?? [];
		expect(plain, disposition).not.toMatch(/^(con|nul|aux|lpt1)$|^-|^$/);
		const kept = decodeURIComponent(spoken);
		expect(kept).toMatch(/^[\p{L}\p{M}\p{N} _()-]+\.txt$/u);
		expect(kept).not.toMatch(/^(con|nul|aux|lpt1)\.|^[-.~ ]/i);
		expect(download.headers.get("set-cookie")).toBeNull();
		await workshop.run({ type: "material.remove", material: material?.file?.id });
	}
	expect(filesBelow(dataDir)).toEqual([]);
	expect(readdirSync(dataDir).filter((name) => name !== "materials")).toEqual(before);
});

test("an id that is a path opens nothing", async () => {
	const on = await stage();
	const workshop = await openWorkshop(on);
	const lead = { url: on.url, id: workshop.id, token: workshop.facilitatorToken };
	await uploaded(lead, { phase: PHASE, label: "Text", name: "a.txt" }, "Text");
	for (const id of ["..%2F..%2Farena.sqlite", "a%00", "arena.sqlite", "x".repeat(5000)]) {
		const answer = await on.api.call("GET", `/api/workshops/${workshop.id}/materials/${id}`, { token: lead.token });
		expect(answer.status).toBe(404);
	}
});
