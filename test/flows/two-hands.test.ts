import { expect, test } from "vitest";
import { createdLinkSchema } from "../../worksheets/contract/links.ts";
import type { Snapshot } from "../../worksheets/contract/snapshot.ts";
import { documentOf, toGroupWork } from "../harness/group-work.ts";
import { Random } from "../harness/random.ts";
import { line, openWorkshop, sharedStage } from "./stage.ts";

const current = sharedStage();
const ROUNDS = 40;

/** What everybody who steers sees alike: all but who they are and when they look. */
const seen = ({ you: _you, now: _now, ...rest }: Snapshot) => rest;

test("two who steer click at the same moment, again and again: one state, and both see it", async () => {
	const { api, url } = current();
	const workshop = await openWorkshop(current(), { people: 6 });
	await workshop.run(...toGroupWork(2, "check-in", "group-structures"));
	const answer = await api.call("POST", `/api/workshops/${workshop.id}/links`, {
		token: workshop.facilitatorToken,
		body: { role: "cofacilitator" },
	});
	const link = createdLinkSchema.parse(await answer.json());
	const hands = [workshop.lead, await line(url, new URL(link.url).hash.slice(1))] as const;
	const random = new Random(1);
	const { groups, phases } = workshop.lead.snapshot();
	const document = documentOf(workshop.lead.snapshot(), "group");
	const clicks = [
		() => ({ type: "phase.go", phase: random.pick(phases).id }),
		() => ({ type: "phase.undo" }),
		() => ({ type: "timer.start", ms: 60_000 + random.int(9) * 1_000 }),
		() => ({ type: "timer.pause" }),
		() => ({ type: "timer.extend", ms: 60_000 }),
		() => ({
			type: "groups.move",
			participant: random.pick(workshop.people).participantId,
			group: random.pick(groups).id,
		}),
		() => ({ type: random.chance(0.5) ? "worksheet.lock" : "worksheet.unlock", document }),
		() => ({ type: "groups.create", count: 1 + random.int(3) }),
		() => ({ type: "broadcast", text: "Gleich geht es weiter" }),
	];

	let carriedOut = 0;
	for (let round = 0; round < ROUNDS; round += 1) {
		const click = random.pick(clicks);
		// Half of the time the very same click, as when both see that it is time.
		const [one, other] = random.chance(0.5) ? [click, click] : [click, random.pick(clicks)];
		const answers = await Promise.all([hands[0].command(one()), hands[1].command(other())]);
		const versions = answers.flatMap((given) => (given.ok ? [given.version] : []));
		expect(new Set(versions).size).toBe(versions.length);
		carriedOut += versions.length;
		const latest = Math.max(...versions, workshop.lead.snapshot().version);
		const [here, there] = await Promise.all(hands.map((hand) => hand.until(({ version }) => version >= latest)));
		if (here?.version === there?.version) {
			expect(there && seen(there)).toEqual(here && seen(here));
		}
	}
	expect(carriedOut).toBeGreaterThan(ROUNDS);
	// Nothing moves any more: both, and whoever asks anew, see the same.
	const asked = await api.snapshot(workshop.id, workshop.facilitatorToken);
	await Promise.all(hands.map((hand) => hand.until(({ version }) => version >= asked.version)));
	const { progress: _progress, version: _version, ...stored } = seen(asked);
	for (const hand of hands) expect(seen(hand.snapshot())).toMatchObject(stored);
});
