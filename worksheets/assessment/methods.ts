/**
 * How people decide. `consent`: whether anybody objects. `resistance`: how much each person resists each option.
 * `points`: each person gives a few points to options. `mood`: how each person feels about it.
 */
export const METHODS = ["consent", "resistance", "points", "mood"] as const;
export type Method = (typeof METHODS)[number];

/** From no objection to one that forbids going on. */
export const OBJECTIONS = ["none", "concern", "grave"] as const;
export type Objection = (typeof OBJECTIONS)[number];

export const MOST_POINTS = 20;
/** Whole numbers from none to the strongest. */
const RESISTANCE = { lowest: 0, highest: 10 } as const;
/** Whole numbers from against to in favour. */
const MOOD = { lowest: 1, highest: 4 } as const;

/** What stands for what is asked where nobody has named options, and for leaving things as they are. */
export const QUESTION_ITSELF = ".question";
export const AS_IT_IS = ".as-it-is";

/** What is put to the vote. */
export interface Proposal {
	method: Method;
	question: string;
	/** How many points each person has; only `points` asks for it. */
	points: number;
	/** As people named them, with unique ids. */
	options: { id: string; label: string }[];
}

/** One person's answer to one of the options: points, a number of the method's scale, or an objection. */
export interface Vote {
	option: string;
	value: number | Objection;
	/** Of a concern or an objection; may be empty. */
	reason: string;
}

export interface Ballot {
	/** Whether the person answered that they abstain: then their votes do not count. */
	abstained: boolean;
	votes: readonly Vote[];
}

/**
 * What people vote on: the options, with „Alles bleibt, wie es ist“ where resistance is asked; the question itself
 * where it needs no options and has none. The last two have no label of their own.
 */
export function votedOn({ method, options }: Pick<Proposal, "method" | "options">): Proposal["options"] {
	if (method === "resistance") return [...options, { id: AS_IT_IS, label: "" }];
	if (options.length === 0 && method !== "points") return [{ id: QUESTION_ITSELF, label: "" }];
	return options;
}

/** Whether there is a question, and something to vote on beside leaving things as they are. */
export function isReady(proposal: Proposal): boolean {
	return proposal.question !== "" && votedOn(proposal).some(({ id }) => id !== AS_IT_IS);
}

/** A value the method knows; null for anything else. */
export function soundValue(method: Method, value: unknown): Vote["value"] | null {
	switch (method) {
		case "consent":
			return OBJECTIONS.find((objection) => objection === value) ?? null;
		case "resistance":
			return within(value, RESISTANCE.lowest, RESISTANCE.highest);
		case "points":
			return within(value, 0, MOST_POINTS);
		case "mood":
			return within(value, MOOD.lowest, MOOD.highest);
	}
}

function within(value: unknown, lowest: number, highest: number): number | null {
	return typeof value === "number" && Number.isInteger(value) && value >= lowest && value <= highest ? value : null;
}
