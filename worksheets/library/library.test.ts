import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { libraryJsonSchema } from "../schema/json-schema.ts";
import { checkLibrary, type Library, loadLibrary } from "../schema/load.ts";
import { templateMinutes } from "../schema/template.ts";
import { worksheetSchema } from "../schema/worksheet.ts";

const folder = fileURLToPath(new URL(".", import.meta.url));
const files = readdirSync(folder)
	.filter((name) => name.endsWith(".yaml"))
	.map((path) => ({ path, text: readFileSync(`${folder}/${path}`, "utf8") }));

function library(): Library {
	const outcome = loadLibrary(files);
	if (outcome.ok) return outcome.value;
	throw new Error(outcome.problems.map(({ path, line, reason }) => `${path}:${line}: ${reason}`).join("\n"));
}

const { templates, worksheets, template, worksheet } = library();

/** Sheets that ask for no step, or not what goes to the plenary, and why. */
const ENDS_OTHERWISE: Readonly<Record<string, string>> = {
	"action-plan": "the plenary fills it, and every row of it is a step",
};

const isDecision = ({ type }: { type: string }) => type === "decision";

describe("the shipped library", () => {
	it("has worksheets that the resolved schema takes as they are", () => {
		for (const sheet of worksheets) expect(worksheetSchema.parse(sheet)).toEqual(sheet);
		expect(worksheets.map((sheet) => sheet.id).sort()).toEqual([
			"action-plan",
			"actor-analysis",
			"challenges-adaptation",
			"check-in-feedback",
			"cooperation-prepare",
			"cooperation-structure",
			"coordination-roles",
			"decision",
			"free-question",
			"internal-committees",
			"must-want-can",
			"network-check",
			"point-vote",
			"practice-example",
			"self-assessment",
			"structure-sustainability",
		]);
	});

	it("offers the expert meeting first and the bare frame last", () => {
		expect(templates.map(({ id }) => id)).toEqual([
			"cooperation-review",
			"external-cooperation",
			"internal-cooperation",
			"must-want-can",
			"network-check",
			"blank",
		]);
	});

	it("has the expert meeting: thirteen phases, four hours", () => {
		const meeting = template("cooperation-review");
		expect(meeting?.phases.map((phase) => [phase.kind, phase.minutes])).toEqual([
			["plenary", 15],
			["individual", 10],
			["input", 25],
			["individual", 10],
			["group", 45],
			["break", 15],
			["plenary", 20],
			["vote", 5],
			["group", 35],
			["break", 10],
			["plenary", 25],
			["plenary", 15],
			["closing", 10],
		]);
		expect(meeting && templateMinutes(meeting)).toBe(240);
	});

	it("keeps the expert meeting's examples and measures in the plenary's sheets", () => {
		const kept = template("cooperation-review")?.phases.filter(({ id }) => ["examples", "measures"].includes(id));
		expect(kept?.map(({ sheets }) => sheets)).toEqual([
			[{ worksheet: "practice-example", scope: "plenary" }],
			[
				{ worksheet: "action-plan", scope: "plenary" },
				{ worksheet: "decision", scope: "participant", sections: ["vote"] },
				{ worksheet: "decision", scope: "plenary" },
			],
		]);
	});

	it("gives everybody a ballot wherever the plenary decides", () => {
		const deciding = worksheets.filter(({ sections }) => sections.some(({ blocks }) => blocks.some(isDecision)));
		expect(deciding.map(({ id }) => id).sort()).toEqual(["decision", "point-vote"]);
		for (const { sheets } of templates.flatMap(({ phases }) => phases)) {
			const uses = sheets.filter(({ worksheet }) => deciding.some(({ id }) => id === worksheet));
			expect(uses.length % 2).toBe(0);
			for (const { worksheet } of uses) {
				const scopes = uses.filter((use) => use.worksheet === worksheet).map(({ scope }) => scope);
				expect(scopes).toEqual(["participant", "plenary"]);
			}
		}
	});

	it("has the short form: ninety minutes, two rounds in the same groups", () => {
		const short = template("must-want-can");
		expect(short && templateMinutes(short)).toBe(90);
		const rounds = short?.phases.filter((phase) => phase.kind === "group");
		expect(rounds?.map((round) => round.sheets)).toMatchObject([
			[{ worksheet: "must-want-can", sections: ["occasion", "goals", "must", "want"] }],
			[{ worksheet: "must-want-can", sections: ["can", "closing"] }],
		]);
		expect(rounds?.[1]?.groups).toBe("keep");
	});

	it("has the half day on external cooperation: from the actors in one grouping to the plan", () => {
		const day = template("external-cooperation");
		expect(day && templateMinutes(day)).toBe(240);
		const writing = day?.phases.flatMap(({ sheets, groups }) =>
			sheets.filter((use) => use.readOnly !== true).map(({ worksheet, scope }) => [worksheet, scope, groups]),
		);
		expect(writing).toEqual([
			["check-in-feedback", "participant", undefined],
			["actor-analysis", "group", "remix"],
			["cooperation-prepare", "group", "keep"],
			["cooperation-structure", "group", "keep"],
			["action-plan", "plenary", undefined],
			["check-in-feedback", "participant", undefined],
		]);
	});

	it("has the half day on internal cooperation: committees, then the coordination in the same groups, then the plan", () => {
		const day = template("internal-cooperation");
		expect(day && templateMinutes(day)).toBe(240);
		const writing = day?.phases.flatMap(({ sheets, groups }) =>
			sheets.filter((use) => use.readOnly !== true).map(({ worksheet, scope }) => [worksheet, scope, groups]),
		);
		expect(writing).toEqual([
			["check-in-feedback", "participant", undefined],
			["internal-committees", "group", "remix"],
			["coordination-roles", "participant", undefined],
			["coordination-roles", "group", "keep"],
			["action-plan", "plenary", undefined],
			["check-in-feedback", "participant", undefined],
		]);
	});

	it("has a bare frame for a topic of one's own: an hour, one group phase with a free sheet", () => {
		const blank = template("blank");
		expect(blank?.phases.map(({ kind, minutes }) => [kind, minutes])).toEqual([
			["plenary", 10],
			["group", 30],
			["plenary", 15],
			["closing", 5],
		]);
		const used = blank?.phases.flatMap(({ sheets }) => sheets.map((use) => use.worksheet));
		expect(new Set(used)).toEqual(new Set(["free-question"]));
	});

	it("shows no ratings of actors to other groups", () => {
		const shown = templates.flatMap(({ phases }) => phases.flatMap(({ sheets }) => sheets));
		expect(shown.filter((use) => use.worksheet === "actor-analysis" && use.readOnly)).toEqual([]);
		const blocks = worksheet("actor-analysis")?.sections.flatMap((section) => section.blocks);
		expect(blocks).toContainEqual(expect.objectContaining({ type: "actor-map", private: true }));
	});

	it("has the network check: an hour, each alone before their group, over the same questions", () => {
		const check = template("network-check");
		expect(check && templateMinutes(check)).toBe(60);
		const uses = check?.phases.flatMap(({ sheets }) => sheets).filter((use) => use.worksheet === "network-check");
		expect(uses?.slice(0, 2).map(({ scope }) => scope)).toEqual(["participant", "group"]);
		const [alone, together] = (uses ?? []).map(({ sections }) => sections ?? []);
		expect(together).toEqual(expect.arrayContaining(alone ?? []));
	});

	it("gives every phase an assignment that fits on a phone, and a script", () => {
		for (const phase of templates.flatMap((one) => one.phases)) {
			expect(phase.script, phase.id).toBeDefined();
			for (const text of [phase.assignment.de, phase.assignment.en]) expect(text.length, text).toBeLessThan(280);
		}
	});

	it("assesses structure modules by their continuation and four dimensions, and says whose proposal they are", () => {
		const sheet = worksheet("structure-sustainability");
		const block = sheet?.sections.flatMap((section) => section.blocks).find(({ id }) => id === "assessment");
		expect(block).toMatchObject({ type: "module-assessment", repeat: { over: "modules", cells: true } });
		expect(block?.type === "module-assessment" && block.dimensions.map(({ id }) => id)).toEqual([
			"continuation",
			"goal-effect",
			"output",
			"system-effect",
			"innovation",
		]);
		// Where only the selection is asked for, there are no dimensions to say it of.
		expect(sheet?.notice).toBeUndefined();
		const noticed = sheet?.sections.filter(({ notice }) => notice !== undefined);
		expect(noticed?.map((section) => section.blocks[0])).toEqual([block]);
	});

	it("ends every worksheet with steps and with what goes to the plenary", () => {
		const endings = worksheets.map(({ id, sections }) => {
			// The resolved sheet's last section is the one about its progress.
			const last = sections.at(-2)?.blocks.slice(-2) ?? [];
			return { id, asked: last.map((block) => block.id), steps: last[0]?.type, plenary: last[1]?.label };
		});
		const otherwise = endings.filter(({ asked }) => asked.join() !== "steps,plenary");
		expect(otherwise.map(({ id }) => id)).toEqual(Object.keys(ENDS_OTHERWISE));
		for (const { id, steps, plenary } of endings.filter((ending) => !otherwise.includes(ending))) {
			expect(steps, id).toBe("actions");
			expect(plenary?.de, id).toMatch(/^Was nehmen (wir|Sie) ins Plenum mit\?$/);
		}
	});

	it("has steps on every worksheet, so that all of them can feed the plan", () => {
		for (const { id, sections } of worksheets) {
			expect(
				sections.flatMap((section) => section.blocks),
				id,
			).toContainEqual(expect.objectContaining({ id: "steps", type: "actions" }));
		}
	});

	it("offers editors a JSON Schema that is up to date", async () => {
		const schema = `${JSON.stringify(libraryJsonSchema(), null, 2)}\n`;
		await expect(schema).toMatchFileSnapshot(`${folder}/library.jsonschema`);
	});
});

describe("texts", () => {
	it("are as long as people read, and their long words can be broken", () => {
		expect(checkLibrary(files)).toEqual([]);
	});
});

describe("German texts", () => {
	const texts = germanTexts({ templates, worksheets });

	it("has no exclamation marks and no straight quotation marks", () => {
		expect(texts.filter(({ text }) => /[!"]/.test(text))).toEqual([]);
	});
});

interface KeyedText {
	key: string;
	text: string;
}

/** Every German text below a value, with the key it stands under. */
function germanTexts(value: unknown, key = ""): KeyedText[] {
	if (Array.isArray(value)) return value.flatMap((item) => germanTexts(item, key));
	if (typeof value !== "object" || value === null) return [];
	if ("de" in value && typeof value.de === "string") return [{ key, text: value.de }];
	return Object.entries(value).flatMap(([name, item]) => germanTexts(item, name));
}
