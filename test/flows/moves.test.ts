import { expect, test } from "vitest";
import { RawClient } from "../../server/sync/bench-client.ts";
import { CLOSE } from "../../worksheets/contract/close-codes.ts";
import type { Snapshot } from "../../worksheets/contract/snapshot.ts";
import { toGroupWork } from "../harness/group-work.ts";
import { Random } from "../harness/random.ts";
import type { SessionClient } from "../harness/session-client.ts";
import type { SheetClient } from "../harness/sheet-client.ts";
import { addParagraph, found, line, openWorkshop, sharedStage, sheet } from "./stage.ts";

const current = sharedStage();

const PEOPLE = 8;
const GROUPS = 4;
const MOVES = 100;
/** Moved at the same time. */
const AT_ONCE = 2;
const FIELD = "plenary";

interface Seat {
	id: string;
	token: string;
	line: SessionClient;
	/** The group's sheet that lies before them. */
	sheet: SheetClient;
	group: string;
}

const groupSheets = ({ documents }: Snapshot) => documents.filter(({ scope }) => scope.kind === "group");

test("a hundred moves leave nobody between two groups, and every text where it was written", {
	timeout: 120_000,
}, async () => {
	const { url } = current();
	const { lead, people, run, facilitatorToken } = await openWorkshop(current(), { people: PEOPLE });
	await run(...toGroupWork(GROUPS, "group-structures"));
	const sheetOf = new Map(groupSheets(lead.snapshot()).map(({ id, scope }) => [scope.id ?? "", id]));
	expect(sheetOf.size).toBe(GROUPS);
	const groups = [...sheetOf.keys()];
	const open = (group: string, token: string) => sheet(url, found(sheetOf.get(group), "sheet"), token);

	const seats: Seat[] = await Promise.all(
		people.map(async ({ participantId: id, token }) => {
			const seat = await line(url, token);
			const group = found(seat.snapshot().participants.find((person) => person.id === id)?.group, "group");
			return { id, token, line: seat, group, sheet: await open(group, token) };
		}),
	);

	const random = new Random(20_231_114);
	const written = new Map(groups.map((group) => [group, [] as string[]]));

	async function move(seat: Seat, to: string, word: string): Promise<void> {
		const from = seat.group;
		addParagraph(seat.sheet.doc, FIELD, word);
		// Step 2 and the word.
		await seat.sheet.untilSaved(2);
		found(written.get(from), "group").push(word);
		await run({ type: "groups.move", participant: seat.id, group: to });

		const seen = await seat.line.until((snapshot) => groupSheets(snapshot).every(({ scope }) => scope.id !== from));
		expect(groupSheets(seen)).toMatchObject([{ id: sheetOf.get(to), access: "write", scope: { id: to } }]);
		expect(seen.groups.filter(({ members }) => members.includes(seat.id)).map(({ id }) => id)).toEqual([to]);
		expect(await seat.sheet.closed).toBe(CLOSE.forbidden);

		await seat.sheet[Symbol.asyncDispose]();
		seat.sheet = await open(to, seat.token);
		seat.group = to;
		const back = new RawClient(`${url.replace(/^http/, "ws")}/sync/${sheetOf.get(from)}`, seat.token);
		expect(await back.closed).toBe(CLOSE.forbidden);
		expect(back.received).toEqual([]);
	}

	for (let moved = 0; moved < MOVES; moved += AT_ONCE) {
		const first = random.pick(seats);
		const movers = [first, random.pick(seats.filter((seat) => seat !== first))];
		await Promise.all(
			movers.map((seat, index) =>
				move(seat, random.pick(groups.filter((id) => id !== seat.group)), `Wort${moved + index}`),
			),
		);
	}

	for (const group of groups) {
		const { doc } = await open(group, facilitatorToken);
		const words =
			doc
				.getXmlFragment(FIELD)
				.toJSON()
				.match(/Wort\d+/g) ?? [];
		expect([...words].sort()).toEqual([...found(written.get(group), "group")].sort());
	}
});
