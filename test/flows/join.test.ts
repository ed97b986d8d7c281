import { describe, expect, test } from "vitest";
import { joinedSchema } from "../../worksheets/contract/api.ts";
import { LIMITS } from "../../worksheets/contract/limits.ts";
import { openWorkshop, problem, sharedStage } from "./stage.ts";

const current = sharedStage();

const join = (code: string, body: unknown) =>
	current().api.call("POST", `/api/workshops/${encodeURIComponent(code)}/join`, { body });

/** The name under which somebody is listed after joining with `given`. */
async function listedName(given: string): Promise<string | undefined> {
	const { api } = current();
	const workshop = await api.create();
	const { participantId } = await api.join(workshop.code, given);
	const { participants } = await api.snapshot(workshop.id, workshop.facilitatorToken);
	return participants.find(({ id }) => id === participantId)?.name;
}

describe("the code", () => {
	test("is taken in any case, with spaces and dashes wherever people put them", async () => {
		const { code } = await current().api.create();
		const groups = [code.slice(0, 3), code.slice(3, 6), code.slice(6)];
		const spellings = [
			code,
			code.toLowerCase(),
			groups.join("-"),
			groups.join(" ").toLowerCase(),
			` ${groups.join(" – ")} `,
			[...code].join("\u00a0"),
		];
		for (const spelling of spellings) expect((await join(spelling, { name: "Kim" })).status).toBe(201);
	});

	test("that nobody gave out is not found, whatever it looks like", async () => {
		for (const code of ["ABCDEFGHJ", "x", "..", "%", "'; drop table workshops; --", "9".repeat(3000)]) {
			expect(await problem(await join(code, { name: "Kim" }))).toMatchObject({ status: 404, code: "not-found" });
		}
		const broken = await current().api.call("POST", "/api/workshops/%E0%A4%A/join", { body: { name: "Kim" } });
		expect(await problem(broken)).toMatchObject({ status: 400, code: "malformed" });
	});
});

describe("joining", () => {
	test("gives a seat and a token that sees as a participant", async () => {
		const { api } = current();
		const workshop = await api.create();
		const response = await join(workshop.code, { name: "Kim Öztürk", organisation: "Schulamt" });
		expect(response.status).toBe(201);
		const joined = joinedSchema.strict().parse(await response.json());
		expect(joined.workshopId).toBe(workshop.id);
		const { you, participants } = await api.snapshot(workshop.id, joined.token);
		expect(you).toEqual({ role: "participant", participantId: joined.participantId, name: "Kim Öztürk" });
		expect(participants).toEqual([
			{ id: joined.participantId, name: "Kim Öztürk", organisation: "Schulamt", online: false },
		]);
	});

	test.each<[string, unknown, number]>([
		["no name", {}, 422],
		["an empty name", { name: "" }, 422],
		["a name of spaces", { name: " \t\u00a0 " }, 422],
		["a name of nothing visible", { name: "\u200b\u200d\u2060\ufeff\u00ad" }, 422],
		["a name of 81 characters", { name: "x".repeat(81) }, 422],
		["a name of 10,000 characters", { name: "x".repeat(10_000) }, 422],
		["a name that is a number", { name: 7 }, 422],
		["an organisation too long", { name: "Kim", organisation: "x".repeat(81) }, 422],
		["a list", [], 422],
		["a body beyond all bounds", { name: "x".repeat(70_000) }, 413],
	])("refuses %s", async (_name, body, status) => {
		const { code } = await current().api.create();
		expect(await problem(await join(code, body))).toMatchObject({ status });
	});

	test.each([
		["80 letters beyond the basic plane", "𝒜".repeat(80), "𝒜".repeat(80)],
		["directions turned around", "Kim\u202e\u2066 gpj.exe", "Kim gpj.exe"],
		["invisible characters in between", "K\u200bi\u2060m\u00ad", "Kim"],
		["lines and tabs", " Kim\r\n\tÖztürk ", "Kim Öztürk"],
		["decomposed letters", "Jo\u0308rg", "Jörg"],
		["markup", "<b>Kim</b> & Co", "<b>Kim</b> & Co"],
		["words of the machine", "__proto__", "__proto__"],
	])("shows a name with %s as one clean line", async (_name, given, listed) => {
		expect(await listedName(given)).toBe(listed);
	});

	test("tells people of the same name apart", async () => {
		const { api } = current();
		const workshop = await api.create();
		for (const name of ["Kim", " Kim ", "K\u200bim"]) await api.join(workshop.code, name);
		const { participants } = await api.snapshot(workshop.id, workshop.facilitatorToken);
		expect(participants.map(({ name }) => name)).toEqual(["Kim", "Kim (2)", "Kim (3)"]);
	});

	test("works while the workshop runs and is over when it has ended", async () => {
		const { api } = current();
		const workshop = await openWorkshop(current());
		await workshop.run({ type: "session.start" });
		await api.join(workshop.code, "Late");
		await workshop.run({ type: "session.end" });
		expect(await problem(await join(workshop.code, { name: "Too late" }))).toMatchObject({
			status: 410,
			code: "ended",
		});
	});

	test("ends with the last of 300 seats", { timeout: 60_000 }, async () => {
		const { api } = current();
		const workshop = await api.create();
		const everybody = Array.from({ length: LIMITS.participants }, (_, index) =>
			join(workshop.code, { name: `P${index}` }),
		);
		expect(new Set((await Promise.all(everybody)).map(({ status }) => status))).toEqual(new Set([201]));
		expect(await problem(await join(workshop.code, { name: "One more" }))).toMatchObject({ status: 409, code: "full" });
		const { participants } = await api.snapshot(workshop.id, workshop.facilitatorToken);
		expect(new Set(participants.map(({ id }) => id)).size).toBe(LIMITS.participants);
	});
});
