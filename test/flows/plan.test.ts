import { expect, test } from "vitest";
import { createdWorkshopSchema } from "../../worksheets/contract/api.ts";
import { found, line, openWorkshop, problem, sharedStage } from "./stage.ts";

const current = sharedStage();
const MATERIALS = [{ label: "Bericht", url: "https://bibliothek.example/bericht" }];

test("a plan changes before everybody's eyes while the workshop runs, and a new sheet can be worked in", async () => {
	const stage = current();
	const { lead, run, people } = await openWorkshop(stage, { people: 1, template: "must-want-can" });
	const person = await line(stage.url, found(people[0], "person").token);
	await run({ type: "session.start" });
	await run({ type: "plan.add", kind: "plenary", after: "welcome", title: "Wie geht es weiter?", minutes: 20 });
	await lead.until(({ phases }) => phases[1]?.title === "Wie geht es weiter?");
	const added = found(lead.snapshot().phases[1], "phase").id;
	await run({
		type: "plan.change",
		phase: added,
		patch: { sheets: [{ worksheet: "free-question", scope: "plenary" }], materials: MATERIALS },
	});
	await person.until(({ phases }) => phases[1]?.worksheets[0] === "free-question");
	expect(JSON.stringify(person.snapshot())).not.toContain("bibliothek.example");
	await run({ type: "phase.go", phase: added });
	await person.until(({ currentPhase }) => currentPhase === added);
	expect(person.snapshot().phases[1]).toMatchObject({ materials: MATERIALS });
	expect(person.snapshot().documents).toMatchObject([{ worksheet: "free-question", scope: { kind: "plenary" } }]);
	for (const command of [
		{ type: "plan.remove", phase: "closing" },
		{ type: "plan.move", phase: "closing", to: 2 },
		{ type: "plan.change", phase: "closing", patch: { minutes: 1 } },
	]) {
		expect(await person.command(command)).toMatchObject({ ok: false, error: { code: "forbidden" } });
	}
});

test("the next workshop of a series has the plan of this one, its links, and nobody in it", async () => {
	const { api, url } = current();
	const { id, facilitatorToken, run, lead } = await openWorkshop(current(), { people: 3, template: "must-want-can" });
	await run(
		{ type: "workshop.set", details: { series: { name: "Runder Tisch", number: 3 } } },
		{ type: "plan.remove", phase: "check-in" },
		{ type: "plan.change", phase: "closing", patch: { title: "Ausklang", materials: MATERIALS } },
		{ type: "session.start" },
		{ type: "session.end" },
	);
	const ended = await lead.until(({ workshop }) => workshop.status === "ended");
	const response = await api.call("POST", `/api/workshops/${id}/copy`, {
		token: facilitatorToken,
		body: { title: "Zweiter Termin" },
	});
	expect(response.status).toBe(201);
	const copy = createdWorkshopSchema.parse(await response.json());
	expect(copy.joinUrl).toBe(`${url}/b/${copy.code}`);
	expect(new URL(copy.facilitatorUrl).hash).toBe(`#${copy.facilitatorToken}`);
	const { workshop, phases, participants } = await api.snapshot(copy.id, copy.facilitatorToken);
	expect(workshop).toMatchObject({ id: copy.id, code: copy.code, title: "Zweiter Termin", status: "lobby" });
	// The next of the same series, by its id.
	expect(workshop.series).toEqual({ ...ended.workshop.series, number: 4 });
	expect(workshop.series).toMatchObject({ id: expect.any(String), name: "Runder Tisch" });
	expect(phases).toEqual(ended.phases.map((phase) => ({ ...phase, enteredAt: null })));
	expect(participants).toEqual([]);
});

test("copying is refused to everybody else, and where there is nothing to copy", async () => {
	const { api } = current();
	const { id, facilitatorToken, people } = await openWorkshop(current(), { people: 1 });
	const { facilitatorToken: foreign } = await api.create();
	const copy = (token: string | undefined, body: unknown = {}) =>
		api.call("POST", `/api/workshops/${id}/copy`, { ...(token === undefined ? {} : { token }), body });
	expect(await problem(await copy(undefined))).toMatchObject({ status: 401 });
	expect(await problem(await copy(found(people[0], "person").token))).toMatchObject({ status: 403 });
	expect(await problem(await copy(foreign))).toMatchObject({ status: 403 });
	expect(await problem(await copy(facilitatorToken, { title: "" }))).toMatchObject({ status: 422, code: "invalid" });
	await api.call("DELETE", `/api/workshops/${id}`, { token: facilitatorToken });
	expect(await problem(await copy(facilitatorToken))).toMatchObject({ status: 410 });
});
