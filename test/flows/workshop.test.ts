import { describe, expect, test } from "vitest";
import type { Snapshot } from "../../worksheets/contract/snapshot.ts";
import { accept, addParagraph, found, line, openWorkshop, problem, sharedStage, sheet } from "./stage.ts";

const current = sharedStage();

const groupSizes = ({ groups }: Snapshot) => groups.map(({ members }) => members.length);
const groupSheet = (snapshot: Snapshot, group: string | undefined) =>
	found(
		snapshot.documents.find(({ scope }) => scope.kind === "group" && scope.id === group),
		"group sheet",
	);

describe("a whole workshop", () => {
	test("from the lobby to the end", { timeout: 60_000 }, async () => {
		const { api, url } = current();
		const workshop = await openWorkshop(current(), { people: 5, title: "Kooperation vor Ort" });
		const { lead, run, people } = workshop;

		// Lobby: groups before the start, everybody placed, sizes differ by at most one.
		await run({ type: "groups.create", count: 2 }, { type: "groups.assign", strategy: "even-by-organisation" });
		expect(groupSizes(lead.snapshot()).sort()).toEqual([2, 3]);
		expect(lead.snapshot()).toMatchObject({ currentPhase: null, documents: [] });

		await run({ type: "session.start" });
		expect(lead.snapshot()).toMatchObject({ currentPhase: "welcome", workshop: { status: "running" }, documents: [] });

		// The clock.
		await run({ type: "timer.start" });
		const started = lead.snapshot();
		const endsAt = started.timer.state === "running" ? started.timer.endsAt : 0;
		expect(Math.abs(endsAt - started.now - 15 * 60_000)).toBeLessThan(5_000);
		await run({ type: "timer.extend", ms: -300_000 });
		expect(lead.snapshot().timer).toEqual({ state: "running", endsAt: endsAt - 300_000 });
		await run({ type: "timer.pause" });
		expect(lead.snapshot().timer).toEqual({ state: "paused", remainingMs: expect.any(Number) });
		await run({ type: "timer.start", ms: 60_000 }, { type: "phase.go", phase: "check-in" });
		expect(lead.snapshot().timer).toEqual({ state: "idle" });

		// Own sheets appear with their phase, each to its owner alone.
		expect(lead.snapshot().documents).toEqual([]);
		for (const { participantId, token } of people) {
			const { documents } = await api.snapshot(workshop.id, token);
			expect(documents).toMatchObject([
				{
					worksheet: "check-in-feedback",
					phases: ["check-in", "closing"],
					scope: { kind: "participant", id: participantId },
					access: "write",
				},
			]);
		}

		// Group work: two people of one group write at the same time.
		await run({ type: "phase.go", phase: "group-structures" });
		const [groupA, groupB] = lead.snapshot().groups;
		const [anna, ben] = people.filter(({ participantId }) => groupA?.members.includes(participantId));
		const document = groupSheet(lead.snapshot(), groupA?.id).id;
		const annas = await sheet(url, document, found(anna, "first").token);
		const bens = await sheet(url, document, found(ben, "second").token);
		for (let word = 0; word < 10; word++) {
			addParagraph(annas.doc, "plenary", `anna ${word}`);
			addParagraph(bens.doc, "plenary", `ben ${word}`);
		}
		for (const client of [annas, bens]) {
			await client.until((doc) => doc.getXmlFragment("plenary").length === 20);
			// Step 2 and ten updates.
			await client.untilSaved(11);
		}
		expect(annas.doc.getXmlFragment("plenary").toString()).toBe(bens.doc.getXmlFragment("plenary").toString());
		await lead.until(({ progress }) =>
			progress.some(
				({ id, questions }) =>
					id === document && questions.some(({ name, state }) => name === "plenary" && state !== "empty"),
			),
		);

		// Locked: still open to read. Unlocked: writable, also in a later phase.
		await run({ type: "worksheet.lock", document });
		const seat = await line(url, found(anna, "first").token);
		expect(groupSheet(seat.snapshot(), groupA?.id)).toMatchObject({ access: "read", locked: true });
		await run({ type: "worksheet.unlock", document }, { type: "phase.go", phase: "first-break" });
		await seat.until((snapshot) => groupSheet(snapshot, groupA?.id).access === "write");

		// Help and messages.
		accept(await seat.command({ type: "help.raise", text: "Wie weiter?" }));
		await lead.until(({ help }) => help.some(({ group }) => group === groupA?.id));
		await run({ type: "help.clear", group: groupA?.id });
		await seat.until(({ help }) => help.length === 0);
		await run(
			{ type: "broadcast", text: "Fünf Minuten" },
			{ type: "broadcast", text: "Nur für euch", group: groupB?.id },
		);
		await seat.until(({ messages }) => messages.length > 0);
		expect(seat.snapshot().messages.map(({ text }) => text)).toEqual(["Fünf Minuten"]);

		// Moved: the former sheet is gone, the new one is there.
		await run({ type: "groups.move", participant: anna?.participantId, group: groupB?.id });
		expect(await annas.closed).toBe(4403);
		await seat.until(({ documents }) => documents.some(({ scope }) => scope.id === groupB?.id));
		expect(seat.snapshot().documents.some(({ scope }) => scope.id === groupA?.id)).toBe(false);
		addParagraph(bens.doc, "plenary", "ohne Anna");
		await bens.untilSaved(12);

		// Late: into the smallest group.
		const sizes = groupSizes(lead.snapshot());
		await api.join(workshop.code, "Spät");
		await lead.until(({ participants }) => participants.length === 6);
		const smallest = sizes.indexOf(Math.min(...sizes));
		expect(groupSizes(lead.snapshot())).toEqual(sizes.map((size, index) => size + (index === smallest ? 1 : 0)));

		// A second round mixes anew; going back finds the first as it was.
		await run(
			{ type: "phase.go", phase: "group-adaptation" },
			{ type: "groups.create", count: 3 },
			{ type: "groups.assign", strategy: "random" },
		);
		expect(groupSizes(lead.snapshot())).toEqual([2, 2, 2]);
		await run({ type: "phase.go", phase: "group-structures" });
		expect(lead.snapshot().groups.map(({ id }) => id)).toEqual([groupA?.id, groupB?.id]);

		// The end: everything to read, nothing to write, nobody joins.
		await run({ type: "session.end" });
		const ended = lead.snapshot();
		expect(ended).toMatchObject({ currentPhase: null, timer: { state: "idle" }, workshop: { status: "ended" } });
		expect(new Set(ended.documents.map(({ access }) => access))).toEqual(new Set(["read"]));
		expect(await lead.command({ type: "phase.go", phase: "closing" })).toMatchObject({
			ok: false,
			error: { code: "ended" },
		});
		const late = await api.call("POST", `/api/workshops/${workshop.code}/join`, { body: { name: "Zu spät" } });
		expect(await problem(late)).toMatchObject({ status: 410 });
	});
});
