import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { AS_IT_IS, type Ballot, METHODS, type Method, type Proposal, QUESTION_ITSELF, votedOn } from "./methods.ts";
import { firstOf, isAdopted, tally } from "./tally.ts";
import { voteResultSchema } from "./vote-result.ts";

const OPTIONS = ["a", "b", "c"].map((id) => ({ id, label: id.toUpperCase() }));

function proposal(method: Method, more: Partial<Proposal> = {}): Proposal {
	return { method, question: "Was jetzt?", points: 3, options: OPTIONS, ...more };
}

function votes(values: Record<string, unknown>, reason = ""): Ballot {
	const list = Object.entries(values).map(([option, value]) => ({ option, value: value as number, reason }));
	return { abstained: false, votes: list };
}

const abstention: Ballot = { abstained: true, votes: [] };
const nothing: Ballot = { abstained: false, votes: [] };

describe("a tally", () => {
	it("adds up points and says who leads", () => {
		const result = tally(proposal("points"), [votes({ a: 2, b: 1 }), votes({ b: 3 }), abstention, nothing]);
		expect(result).toMatchObject({ eligible: 4, voted: 3, abstained: 1, points: 3 });
		expect(
			result.options.map(({ id, n, sum, mean, highest, spread, place }) => [id, n, sum, mean, highest, spread, place]),
		).toEqual([
			["b", 2, 4, 2, 3, 2, 1],
			["a", 2, 2, 1, 2, 2, 2],
			["c", 2, 0, 0, 0, 0, 3],
		]);
	});

	it("counts the first of too many points, in the order of the options", () => {
		const [first, second, third] = tally(proposal("points"), [votes({ a: 2, b: 5, c: 1 })]).options;
		expect([first?.id, first?.sum, second?.id, second?.sum, third?.sum]).toEqual(["a", 2, "b", 1, 0]);
	});

	it("lets no points be a vote", () => {
		expect(tally(proposal("points"), [votes({ a: 0 })])).toMatchObject({ voted: 1, abstained: 0 });
	});

	it("ranks resistance from the least, with the option to leave things as they are", () => {
		const result = tally(proposal("resistance"), [
			votes({ a: 4, b: 0, c: 10, [AS_IT_IS]: 2 }),
			votes({ a: 4, b: 9, c: 10, [AS_IT_IS]: 1 }),
		]);
		expect(result.options.map(({ id, sum, mean, highest, spread }) => [id, sum, mean, highest, spread])).toEqual([
			[AS_IT_IS, 3, 1.5, 2, 1],
			["a", 8, 4, 4, 0],
			["b", 9, 4.5, 9, 9],
			["c", 20, 10, 10, 0],
		]);
	});

	it("compares means, so that an option few have rated has no advantage", () => {
		const { options } = tally(proposal("resistance"), [votes({ a: 1, b: 3 }), votes({ a: 1 }), votes({ a: 2 })]);
		expect(options.slice(0, 2).map(({ id }) => id)).toEqual(["a", "b"]);
		expect(options.slice(2).map(({ place, mean }) => [place, mean])).toEqual([
			[null, null],
			[null, null],
		]);
	});

	it("gives equal results the same place and leaves out the next", () => {
		const { options } = tally(proposal("points"), [votes({ a: 1, b: 1 })]);
		expect(options.map(({ id, place }) => [id, place])).toEqual([
			["a", 1],
			["b", 1],
			["c", 3],
		]);
	});

	it("puts what the fewest gravely object to first, and adopts what nobody does", () => {
		const result = tally(proposal("consent"), [
			votes({ a: "grave", b: "concern", c: "none" }, "Zu teuer"),
			votes({ a: "none", b: "concern", c: "none" }),
		]);
		expect(result.options.map(({ id, counts }) => [id, counts])).toEqual([
			["c", [2, 0, 0]],
			["b", [0, 2, 0]],
			["a", [1, 0, 1]],
		]);
		expect(result.options.map(isAdopted)).toEqual([true, true, false]);
		expect(firstOf(result).map(({ id }) => id)).toEqual(["c"]);
	});

	it("asks about the question itself where nobody has named options", () => {
		const result = tally(proposal("consent", { options: [] }), [votes({ [QUESTION_ITSELF]: "none", a: "grave" })]);
		expect(result.options).toMatchObject([{ id: QUESTION_ITSELF, counts: [1, 0, 0], place: 1 }]);
		expect(result.reasons).toEqual([]);
	});

	it("publishes reasons of concerns and objections only, in an order that says nothing about people", () => {
		const ballots = [
			votes({ a: "concern" }, "Zebra"),
			votes({ a: "grave" }, "Wer zahlt?"),
			votes({ a: "none" }, "geht niemanden an"),
			votes({ a: "concern" }, "  Affe "),
		];
		const { reasons } = tally(proposal("consent"), ballots);
		expect(reasons.map(({ kind, text }) => [kind, text])).toEqual([
			["grave", "Wer zahlt?"],
			["concern", "Affe"],
			["concern", "Zebra"],
		]);
		expect(tally(proposal("consent"), [...ballots].reverse()).reasons).toEqual(reasons);
	});

	it("says how many reasons it leaves out", () => {
		const ballots = Array.from({ length: 203 }, (_, index) => votes({ a: "concern" }, `Grund ${index}`));
		const result = tally(proposal("consent"), ballots);
		expect([result.reasons.length, result.moreReasons]).toEqual([200, 3]);
	});

	it("counts nobody's votes who abstains", () => {
		const result = tally(proposal("mood"), [{ ...votes({ a: 4 }), abstained: true }, votes({ a: 2 })]);
		expect(result).toMatchObject({ voted: 2, abstained: 1 });
		expect(result.options[0]).toMatchObject({ id: "a", n: 1, mean: 2, counts: [0, 1, 0, 0] });
	});
});

describe("random ballots", () => {
	const value = fc.oneof(
		fc.integer({ min: -3, max: 25 }),
		fc.double(),
		fc.constantFrom("none", "concern", "grave", "abstain", "", null, undefined, true),
	);
	const ballot = fc.record({
		abstained: fc.boolean(),
		votes: fc.array(
			fc.record({
				option: fc.constantFrom("a", "b", "c", "d", AS_IT_IS, QUESTION_ITSELF, "__proto__", ""),
				value: value as fc.Arbitrary<number>,
				reason: fc.string({ maxLength: 6 }),
			}),
			{ maxLength: 8 },
		),
	});
	const asked = fc.record({
		method: fc.constantFrom(...METHODS),
		question: fc.string({ maxLength: 8 }),
		points: fc.integer({ min: 1, max: 20 }),
		options: fc.constantFrom(OPTIONS, OPTIONS.slice(0, 1), []),
	});
	const room = fc.array(ballot, { maxLength: 12 });

	it("count as far as they are sound, in any order", () => {
		fc.assert(
			fc.property(asked, room, (what, ballots) => {
				const result = tally(what, ballots);
				expect(voteResultSchema.parse(JSON.parse(JSON.stringify(result)))).toEqual(result);
				expect(tally(what, [...ballots].reverse())).toEqual(result);
				expect(result.eligible).toBe(ballots.length);
				expect(result.voted).toBe(ballots.filter((one) => tally(what, [one]).voted === 1).length);
				expect(result.options.map(({ id }) => id).sort()).toEqual(
					votedOn(what)
						.map(({ id }) => id)
						.sort(),
				);
				const cast = result.voted - result.abstained;
				for (const option of result.options) {
					expect(option.n).toBeLessThanOrEqual(cast);
					if (option.mean === null) continue;
					expect(option.mean).toBeGreaterThanOrEqual((option.lowest ?? 0) - 0.05);
					expect(option.mean).toBeLessThanOrEqual((option.highest ?? 0) + 0.05);
				}
				if (what.method === "points") {
					const given = result.options.reduce((sum, option) => sum + (option.sum ?? 0), 0);
					expect(given).toBeLessThanOrEqual(cast * what.points);
				}
				const places = result.options.flatMap(({ place }) => place ?? []);
				expect(places).toEqual([...places].sort((one, other) => one - other));
			}),
			{ seed: 14, numRuns: 600 },
		);
	});

	it("count the same when what is unsound in them is taken away", () => {
		fc.assert(
			fc.property(room, (ballots) => {
				const sound = ballots.map(({ abstained, votes: given }) => ({
					abstained,
					votes: given.filter(
						({ option, value: number }) =>
							["a", "b", "c", AS_IT_IS].includes(option) && Number.isInteger(number) && number >= 0 && number <= 10,
					),
				}));
				// Of several votes on one option the last one holds; an unsound last one holds too, as nothing.
				const single = ballots.every(
					({ votes: given }) => new Set(given.map(({ option }) => option)).size === given.length,
				);
				fc.pre(single);
				expect(tally(proposal("resistance"), ballots)).toEqual(tally(proposal("resistance"), sound));
			}),
			{ seed: 15, numRuns: 300 },
		);
	});
});
