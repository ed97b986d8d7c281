import { AS_IT_IS, type Ballot, OBJECTIONS, type Proposal, soundValue, type Vote, votedOn } from "./methods.ts";
import type { OptionResult, Reason, VoteResult } from "./vote-result.ts";

/** Reasons are published with the result, which everybody's page holds. */
const MOST_REASONS = 200;
export const REASON_CODE_POINTS = 300;

/**
 * Counts the ballots of everybody who may vote. A ballot counts as far as it is sound: what it says of options that
 * are not asked, and values the method does not have, are as if they were not there; of too many points the first
 * ones count, in the order of the options.
 */
export function tally(proposal: Proposal, ballots: readonly Ballot[]): VoteResult {
	const options = votedOn(proposal);
	const counted = ballots.map((ballot) => soundBallot(proposal, options, ballot));
	const voting = counted.filter((ballot) => ballot.abstained || ballot.votes.size > 0);
	const cast = voting.filter((ballot) => !ballot.abstained).map(({ votes }) => votes);
	const reasons = reasonsOf(cast);
	return {
		method: proposal.method,
		question: proposal.question,
		points: proposal.method === "points" ? proposal.points : null,
		eligible: ballots.length,
		voted: voting.length,
		abstained: voting.length - cast.length,
		options: inPlaces(
			proposal,
			options.map((option) => ({ ...option, ...numbersOf(proposal, option.id, cast), place: null })),
		),
		reasons: reasons.slice(0, MOST_REASONS),
		moreReasons: Math.max(0, reasons.length - MOST_REASONS),
	};
}

type Votes = ReadonlyMap<string, Vote>;

function soundBallot(
	proposal: Proposal,
	options: Proposal["options"],
	{ abstained, votes }: Ballot,
): { abstained: boolean; votes: Votes } {
	const given = new Map(votes.map((vote) => [vote.option, vote]));
	const sound = new Map<string, Vote>();
	let left = proposal.points;
	for (const { id } of options) {
		const vote = given.get(id);
		const value = vote === undefined ? null : soundValue(proposal.method, vote.value);
		if (vote === undefined || value === null) continue;
		if (proposal.method === "points" && typeof value === "number") {
			const counted = Math.min(value, left);
			left -= counted;
			sound.set(id, { ...vote, value: counted });
		} else {
			sound.set(id, { ...vote, value });
		}
	}
	return { abstained, votes: sound };
}

type Numbers = Omit<OptionResult, "id" | "label" | "place">;

function numbersOf({ method }: Proposal, option: string, cast: readonly Votes[]): Numbers {
	// Who gave points gave none to the options they left out.
	const given = cast.flatMap((votes) => votes.get(option)?.value ?? (method === "points" ? 0 : []));
	if (method === "consent") {
		const counts = OBJECTIONS.map((objection) => given.filter((value) => value === objection).length);
		return { n: given.length, sum: null, mean: null, lowest: null, highest: null, spread: null, counts };
	}
	const values = given.filter((value) => typeof value === "number");
	const sum = values.reduce((total, value) => total + value, 0);
	const n = values.length;
	const counts = method === "mood" ? [1, 2, 3, 4].map((point) => values.filter((value) => value === point).length) : [];
	if (n === 0) return { n, sum, mean: null, lowest: null, highest: null, spread: null, counts };
	const lowest = Math.min(...values);
	const highest = Math.max(...values);
	return { n, sum, mean: Math.round((sum * 10) / n) / 10, lowest, highest, spread: highest - lowest, counts };
}

/** Best first, with places; what nobody has answered comes last and has none. */
function inPlaces({ method }: Proposal, options: readonly OptionResult[]): OptionResult[] {
	const better = (one: OptionResult, other: OptionResult): number => {
		if (one.n === 0 || other.n === 0) return Number(one.n === 0) - Number(other.n === 0);
		switch (method) {
			case "points":
				return (other.sum ?? 0) - (one.sum ?? 0);
			case "mood":
				return exactMeans(other, one);
			case "resistance":
				return exactMeans(one, other);
			case "consent":
				return objections(one, 2) - objections(other, 2) || objections(one, 1) - objections(other, 1);
		}
	};
	const sorted = [...options].sort(better);
	return sorted.map((option) => {
		const place = option.n === 0 ? null : sorted.findIndex((first) => better(first, option) === 0) + 1;
		return { ...option, place };
	});
}

/** Compares the means without rounding: a tie is one only where it is exact. */
function exactMeans(one: OptionResult, other: OptionResult): number {
	return (one.sum ?? 0) * other.n - (other.sum ?? 0) * one.n;
}

function objections(option: OptionResult, index: number): number {
	return option.counts[index] ?? 0;
}

function reasonsOf(cast: readonly Votes[]): Reason[] {
	const reasons = cast.flatMap((votes) =>
		[...votes.values()].flatMap(({ option, value, reason }): Reason[] => {
			const text = [...reason.trim()].slice(0, REASON_CODE_POINTS).join("");
			return (value === "concern" || value === "grave") && text !== "" ? [{ option, kind: value, text }] : [];
		}),
	);
	return reasons.sort(
		(one, other) =>
			Number(other.kind === "grave") - Number(one.kind === "grave") ||
			compare(one.text, other.text) ||
			compare(one.option, other.option),
	);
}

function compare(one: string, other: string): number {
	if (one === other) return 0;
	return one < other ? -1 : 1;
}

/** The options that share the first place. */
export function firstOf({ options }: VoteResult): OptionResult[] {
	return options.filter(({ place }) => place === 1);
}

/** Consent: what nobody gravely objects to, of what was answered at all. */
export function isAdopted(option: OptionResult): boolean {
	return option.n > 0 && option.id !== AS_IT_IS && objections(option, 2) === 0;
}
