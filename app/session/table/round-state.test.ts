import { expect, test } from "vitest";
import { document, testId } from "../session-fixture.ts";
import { type Chosen, roundOf, type Seat } from "./round-state.ts";

const seat = (number: number, access: "write" | "read" = "write"): Seat => ({
	sheet: { ...document(`d${number}`, "participant", `p${number}`, ["alone"]), access },
	person: { id: testId(`p${number}`), name: `Person ${number}` },
	number,
});
const [one, two, three] = [seat(1), seat(2), seat(3)];
const gone: Seat = { ...seat(9, "read"), number: 0 };

function round({
	seats = [one, two, three, gone],
	over = [],
	chosen = null,
	readOnly = false,
	isSecret = false,
}: {
	seats?: Seat[];
	over?: Seat[];
	chosen?: Chosen | null;
	readOnly?: boolean;
	isSecret?: boolean;
} = {}) {
	const isOver = (id: string) => over.some(({ sheet }) => sheet.id === id);
	return roundOf({ seats, chosen, isOver, readOnly, isSecret });
}

test("it is the first one's turn whose turn is not over, covered", () => {
	expect(round()).toMatchObject({ shown: { kind: "turn", seat: one }, next: one, count: 3, isCovered: true });
	expect(round({ over: [one, three] }).shown).toEqual({ kind: "turn", seat: two });
});

test("who says that it is them sees their own, out of turn as well", () => {
	const chosen = { sheet: three.sheet.id, open: false };
	expect(round({ chosen }).shown).toEqual({ kind: "asked", seat: three });
	expect(round({ chosen: { ...chosen, open: true } }).shown).toEqual({ kind: "answers", seat: three });
});

test("the last one is told so", () => {
	const open = (at: Seat) => ({ sheet: at.sheet.id, open: true });
	expect(round({ over: [one], chosen: open(two) }).isLast).toBe(false);
	expect(round({ over: [one, two], chosen: open(three) }).isLast).toBe(true);
	// Who only looks again has the others still before them.
	expect(round({ over: [one, two], chosen: open(one) }).isLast).toBe(false);
});

test("after the round answers are uncovered, but for votes", () => {
	const over = [one, two, three];
	expect(round({ over })).toMatchObject({ shown: { kind: "over" }, next: undefined, isCovered: false });
	expect(round({ over, isSecret: true })).toMatchObject({ shown: { kind: "over" }, isCovered: true });
});

test("where nothing can be given nobody is asked to", () => {
	const seats = [seat(1, "read"), seat(2, "read")];
	expect(round({ seats })).toMatchObject({ shown: { kind: "closed" }, next: undefined });
	expect(round({ readOnly: true })).toMatchObject({ shown: { kind: "over" }, next: undefined });
});

test("one who is left alone at a table has their own before them", () => {
	expect(round({ seats: [one, gone] })).toMatchObject({
		shown: { kind: "answers", seat: one },
		next: undefined,
		isAlone: true,
	});
});
