import { expect } from "vitest";
import { found } from "../../flows/stage.ts";
import { CHARACTERS, EVIDENCE, type Meeting, type Seat, secretsBut, tokenOf } from "./cast.ts";
import type { Rating } from "./sums.ts";
import type { Heard, Wire } from "./wire.ts";

/** What anybody can have heard of what others have rated, by any way there is. */

/** The dimensions' ids, in the sheet's order. */
const IDS = ["continuation", "goal-effect", "output", "system-effect", "innovation"];
/** What a number of a distribution is called wherever it travels. */
const NUMBERS = /median|lowest|highest|"counts"/;
/** All that may be told of ratings before they are revealed. */
const TOLD = ["document", "eligible", "id", "question", "revealed", "submitted"];

const ownRatings = ({ ratings }: Seat, date: number) =>
	IDS.map((dimension, at): { dimension: string; value: Rating } => ({
		dimension,
		value: found(ratings[date]?.[at], "rating"),
	}));

/** Of the documents that a wire has heard: that of its own person, and all others. */
function parted({ secret }: Seat, heard: ReadonlyMap<string, Heard>) {
	const all = [...heard].map(([document, said]) => ({ document, ...said }));
	return {
		own: all.filter(({ text }) => text.includes(secret)),
		others: all.filter(({ text }) => !text.includes(secret)),
	};
}

/** Everybody has submitted, and nothing is revealed. */
export async function isBlind(meeting: Meeting): Promise<void> {
	const { arena, id, seats, desk, deskWire, date } = meeting;
	const owners = new Map<string, string>();
	for (const seat of seats) {
		const { own, others } = parted(seat, seat.wire.documents());
		const [sheet] = own;
		expect(own, `${seat.name} has one sheet of their own`).toHaveLength(1);
		owners.set(found(sheet, "own sheet").document, seat.name);
		// That this can be found where it is: in the frames of the one who rated.
		const last = new Map(found(sheet, "own sheet").ratings.map(({ dimension, value }) => [dimension, value]));
		expect(ownRatings(seat, date).every(({ dimension, value }) => last.get(dimension) === value)).toBe(true);
		if (seat.name === "Anna") expect(sheet?.text).toContain(EVIDENCE);
		expect(
			others.flatMap(({ ratings }) => ratings),
			`${seat.name} hears of no level`,
		).toEqual([]);
		await hearsNothing(seat.wire, seat.name);
	}
	for (const seat of seats) {
		for (const document of seat.wire.documents().keys()) {
			expect(owners.get(document) ?? seat.name, `${seat.name} opens nobody else’s sheet`).toBe(seat.name);
		}
	}
	expect([...deskWire.documents().values()].flatMap(({ ratings }) => ratings)).toEqual([]);
	expect([...deskWire.documents().keys()].filter((document) => owners.has(document))).toEqual([]);
	await hearsNothing(deskWire, null);

	for (const { person, name } of [
		{ person: desk, name: null },
		...seats.map((seat) => ({ person: seat, name: seat.name })),
	]) {
		const token = await tokenOf(person, id);
		for (const format of ["json", "md"]) {
			const answer = await arena.api.call("GET", `/api/workshops/${id}/export.${format}`, { token });
			expect(answer.status).toBe(200);
			const file = await answer.text();
			for (const secret of secretsBut(name)) expect(file).not.toContain(secret);
			expect(file).not.toMatch(/Einzeln eingeschätzt|"revealed": ?\[\{/);
			if (name !== null) expect(file).toContain(CHARACTERS.find((one) => one.name === name)?.secret);
		}
	}
	isNotLogged(meeting);
}

export function isNotLogged({ arena }: Meeting): void {
	const log = arena.log();
	expect(log.length).toBeGreaterThan(0);
	for (const secret of secretsBut(null)) expect(log).not.toContain(secret);
	expect(log).not.toMatch(NUMBERS);
}

async function hearsNothing(wire: Wire, name: string | null): Promise<void> {
	const texts = await wire.texts();
	const frames = wire.binary();
	for (const secret of secretsBut(name)) {
		expect(texts.filter((text) => text.includes(secret))).toEqual([]);
		expect(frames.filter((frame) => frame.includes(secret))).toEqual([]);
		for (const { text } of wire.documents().values()) expect(text).not.toContain(secret);
	}
	expect(texts.filter((text) => NUMBERS.test(text)).map((text) => text.slice(0, 300))).toEqual([]);
	const told = texts.flatMap((text) => text.match(/\{[^{}]*"eligible"[^{}]*\}/g) ?? []);
	const most = told.map((fact) => {
		const { submitted, ...rating }: Record<string, unknown> = JSON.parse(fact);
		expect(Object.keys({ submitted, ...rating }).filter((key) => !TOLD.includes(key))).toEqual([]);
		return Number(submitted);
	});
	expect(Math.max(...most), "how many are done is told").toBe(4);
}

/** Once it is revealed it is found by the same look at the same frames. */
export async function isHeard(wire: Wire): Promise<void> {
	expect((await wire.texts()).some((text) => NUMBERS.test(text))).toBe(true);
}

/** Those of another group, for whom nothing is revealed. */
export async function hearsNoNumbers(seats: readonly Seat[]): Promise<void> {
	for (const { wire } of seats) expect((await wire.texts()).filter((text) => NUMBERS.test(text))).toEqual([]);
}

/** What a group agrees on is everybody's of the group, by the way on which nobody’s rating came. */
export function hearsValues(seats: readonly Seat[], values: readonly (Rating | null)[]): void {
	for (const seat of seats) {
		const { others } = parted(seat, seat.wire.documents());
		const heard = others.flatMap(({ ratings }) => ratings);
		for (const [at, dimension] of IDS.entries()) {
			const value = values[at];
			if (value !== null) expect(heard).toContainEqual({ dimension, value });
		}
	}
}
