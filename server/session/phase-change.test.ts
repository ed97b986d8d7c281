import { describe, expect, test } from "vitest";
import { commandSchema } from "../../worksheets/contract/commands.ts";
import { LIMITS } from "../../worksheets/contract/limits.ts";
import type { PhasePatch } from "../../worksheets/contract/phase-patch.ts";
import { facilitator, NO_BOARDS, NOW, participant, participantId, Run } from "./testing/workshop.ts";
import { view } from "./view.ts";

const change = (phase: string, patch: PhasePatch) => ({ type: "plan.change", phase, patch }) as const;
const MATERIALS = [{ label: "Bericht", url: "https://bibliothek.example/bericht" }];

const look = (run: Run, actor = facilitator) => view(run.state, NO_BOARDS, actor, { version: 1, now: NOW });

test("what is named changes, everything else stays", () => {
	const run = new Run();
	const before = run.state.phases[2];
	run.do(
		change("round-1", { title: "Tische", minutes: 25, groupsRule: "remix", script: "Leise", materials: MATERIALS }),
	);
	expect(run.state.phases[2]).toEqual({
		...before,
		title: "Tische",
		minutes: 25,
		groupsRule: "remix",
		script: "Leise",
		materials: MATERIALS,
	});
});

test("a change of kind and sheets is a change of what the phase is about", () => {
	const run = new Run().do(
		change("pause", {
			kind: "group",
			assignment: "Sprechen Sie miteinander.",
			sheets: [{ worksheet: "sheet-b", scope: "group", sections: ["only"], readOnly: true }],
		}),
	);
	expect(look(run).phases[4]).toMatchObject({ kind: "group", worksheets: ["sheet-b"], assignment: /miteinander/ });
});

test.each([
	["a worksheet nobody knows", [{ worksheet: "nothing", scope: "group" }], /^patch.sheets.0.worksheet/],
	["a section it does not have", [{ worksheet: "sheet-a", scope: "group", sections: ["only", "none"] }], /"none"/],
	[
		"the same sheet twice for the same people",
		[
			{ worksheet: "sheet-a", scope: "group" },
			{ worksheet: "sheet-a", scope: "group", readOnly: true },
		],
		/^patch.sheets.1/,
	],
] as const)("%s is refused with its place", (_, sheets, detail) => {
	const run = new Run();
	expect(run.try(change("own", { sheets: sheets.map((use) => ({ ...use })) as never }))).toMatchObject({
		refused: "invalid",
		detail: expect.stringMatching(detail),
	});
});

test("an unknown phase is not found", () => {
	expect(new Run().try(change("nowhere", { minutes: 5 }))).toMatchObject({ refused: "not-found" });
});

describe("while the workshop runs", () => {
	const running = () => new Run().do({ type: "session.start" }, { type: "phase.go", phase: "own" });

	test("the present phase changes only in what pulls nothing from under people's hands", () => {
		const run = running().do(
			change("own", { minutes: 12, script: "Ruhig", materials: MATERIALS, conferenceUrl: "https://treffen.example/" }),
		);
		expect(run.state.phases[1]).toMatchObject({ minutes: 12, script: "Ruhig", materials: MATERIALS });
		for (const patch of [{ title: "Anders" }, { kind: "break" }, { sheets: [] }, { assignment: "" }] as const) {
			expect(run.try(change("own", { ...patch, minutes: 5 } as PhasePatch))).toMatchObject({ refused: "wrong-state" });
		}
	});

	test("a phase that is over stays as it was, one that comes changes in all", () => {
		const run = running();
		expect(run.try(change("welcome", { minutes: 5 }))).toMatchObject({ refused: "wrong-state" });
		run.do(change("closing", { title: "Ausklang", kind: "plenary", sheets: [] }));
	});
});

test("what a phase offers is told to people when it comes, the script never", () => {
	const run = new Run();
	run.join(1);
	run.do(change("own", { materials: MATERIALS, conferenceUrl: "https://treffen.example/", script: "Leise" }));
	const person = participant(participantId(0));
	const offered = { materials: MATERIALS, conferenceUrl: "https://treffen.example/" };
	expect(look(run).phases[1]).toMatchObject({ ...offered, script: "Leise", groupsRule: "keep" });
	expect(look(run, person).phases[1]).not.toHaveProperty("materials");
	run.do({ type: "session.start" }, { type: "phase.go", phase: "own" });
	expect(look(run, person).phases[1]).toMatchObject(offered);
	expect(look(run, person).phases[1]).not.toHaveProperty("script");
	expect(look(run, person).phases[1]).not.toHaveProperty("groupsRule");
});

test("only those who steer know what may be brought back", () => {
	const run = new Run();
	run.join(1);
	run.do({ type: "plan.remove", phase: "pause" });
	expect(look(run).removedPhase).toEqual({ id: "pause", title: "Pause", index: 4 });
	expect(look(run, participant(participantId(0))).removedPhase).toBeNull();
});

describe("as it comes over the wire", () => {
	const parse = (patch: unknown) => commandSchema.safeParse({ type: "plan.change", phase: "own", patch });

	test("texts keep their lines and lose what cannot be seen", () => {
		const parsed = parse({ assignment: "  Erst allein.\r\n\r\n\r\n\r\nDann\u202e zu zweit. \n" });
		expect(parsed.data).toMatchObject({ patch: { assignment: "Erst allein.\n\nDann zu zweit." } });
	});

	test.each([
		["an address that is none", { materials: [{ label: "", url: "javascript:alert(1)" }] }],
		["no address", { materials: [{ label: "Bericht", url: "" }] }],
		["a title without a word", { title: " \u200b " }],
		["no minutes", { minutes: 0 }],
		["a field nobody knows", { enteredAt: 1 }],
		["too many links", { materials: Array.from({ length: LIMITS.materials + 1 }, () => MATERIALS[0]) }],
		["too long a script", { script: "x".repeat(LIMITS.scriptCodePoints + 1) }],
	])("%s is refused", (_, patch) => {
		expect(parse(patch).success).toBe(false);
	});
});
