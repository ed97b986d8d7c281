import type { RatingResult } from "../../../worksheets/assessment/rating-result.ts";
import type { VoteResult } from "../../../worksheets/assessment/vote-result.ts";
import type { Block } from "../../../worksheets/blocks/definitions.ts";
import type { Command } from "../../../worksheets/contract/commands.ts";
import type { Template } from "../../../worksheets/schema/template.ts";
import type { Worksheet } from "../../../worksheets/schema/worksheet.ts";
import type { Actor } from "../../access/actor.ts";
import type { Boards } from "../boards.ts";
import { initialState } from "../creation.ts";
import { decide } from "../machine.ts";
import { seeded } from "../seeded.ts";
import type { SessionState } from "../state.ts";
import type { Context, Decision, SessionCommand } from "../step.ts";

/** A small workshop with every kind of phase and scope that the session's rules speak of. */

const text = (words: string) => ({ de: words, en: words });
const phase = { minutes: 10, assignment: text("Los"), script: text("Nur für die Moderation") };

export const TEMPLATE: Template = {
	kind: "template",
	id: "small",
	version: 1,
	title: { de: "Kleiner Workshop", en: "Small workshop" },
	description: text("Zum Prüfen"),
	languages: ["de", "en"],
	phases: [
		{ ...phase, id: "welcome", title: text("Ankommen"), kind: "plenary", sheets: [] },
		{
			...phase,
			id: "own",
			title: text("Allein"),
			kind: "individual",
			sheets: [{ worksheet: "sheet-a", scope: "participant" }],
		},
		{
			...phase,
			id: "round-1",
			title: text("Runde 1"),
			kind: "group",
			sheets: [{ worksheet: "sheet-a", scope: "group" }],
		},
		{
			...phase,
			id: "results",
			title: text("Ergebnisse"),
			kind: "plenary",
			sheets: [
				{ worksheet: "sheet-a", scope: "group", readOnly: true },
				{ worksheet: "sheet-b", scope: "plenary" },
			],
		},
		{ ...phase, id: "pause", title: text("Pause"), kind: "break", sheets: [] },
		{
			...phase,
			id: "round-2",
			title: text("Runde 2"),
			kind: "group",
			groups: "remix",
			sheets: [
				{ worksheet: "sheet-a", scope: "group" },
				{ worksheet: "sheet-b", scope: "group" },
				{ worksheet: "sheet-b", scope: "participant" },
			],
		},
		{
			...phase,
			id: "closing",
			title: text("Schluss"),
			kind: "closing",
			sheets: [{ worksheet: "sheet-b", scope: "participant" }],
		},
	],
};

const worksheet = (id: string): Worksheet => ({
	kind: "worksheet",
	id,
	version: 1,
	title: text("Blatt"),
	purpose: text("Zum Prüfen"),
	sections: [
		{
			id: "only",
			title: text("Fragen"),
			blocks: [{ id: "answer", type: "rich-text", label: text("Was meinen Sie?") }],
		},
	],
});

function rated(id: string): Worksheet {
	const { sections, ...rest } = worksheet(id);
	const options = [{ id: "yes", label: text("ja") }];
	const question = { id: "choice", type: "choice", label: text("Stimmen Sie zu?"), options, own: false } as const;
	const points = [0, 1, 2].map((value) => ({ value, label: text(`${value}`) }));
	const scale = { id: "stand", points, unknown: text("weiß nicht") };
	const stand = { id: "stand", type: "scale", label: text("Wie weit?"), scale, reason: false } as const;
	return {
		...rest,
		sections: sections.map((section) => ({ ...section, blocks: [...section.blocks, question, stand] })),
	};
}

/** With an assessment of modules, as the plenary looks at it. */
function assessed(id: string): Worksheet {
	const { sections, ...rest } = worksheet(id);
	const points = [0, 1].map((value) => ({ value, label: text(`${value}`) }));
	const modules: Block = {
		id: "modules",
		type: "module-assessment",
		label: text("Wo steht das Gremium?"),
		dimensions: [{ id: "lasting", label: text("Verstetigung") }],
		state: { id: "stand", points, unknown: text("weiß nicht") },
		outlooks: [{ id: "keep", label: text("fortführen") }],
	};
	return { ...rest, sections: sections.map((section) => ({ ...section, blocks: [...section.blocks, modules] })) };
}

export const WORKSHEETS: ReadonlyMap<string, Worksheet> = new Map([
	["sheet-a", worksheet("sheet-a")],
	/** Asks for a judgement too: each at a table has one. */
	["sheet-b", rated("sheet-b")],
	/** In the library, in no template. */
	["sheet-c", assessed("sheet-c")],
]);

/** What a vote came to in which one person was asked. */
export const RESULT: VoteResult = {
	method: "consent",
	question: "Einverstanden?",
	points: null,
	eligible: 1,
	voted: 1,
	abstained: 0,
	options: [
		{
			id: ".question",
			label: "",
			n: 1,
			sum: null,
			mean: null,
			lowest: null,
			highest: null,
			spread: null,
			counts: [1, 0, 0],
			place: 1,
		},
	],
	reasons: [],
	moreReasons: 0,
};

/** What the ratings of one question came to, of one person of two. */
export const RATINGS: RatingResult = {
	eligible: 2,
	submitted: 1,
	parts: [
		{
			part: "",
			distribution: {
				n: 1,
				unknown: 0,
				counts: [0, 1, 2].map((value) => ({ value, people: value === 2 ? 1 : 0 })),
				median: 2,
				lowest: 2,
				highest: 2,
			},
		},
	],
};

export const NOW = 1_700_000_000_000;
/** Nobody is there, and nothing has been written. */
export const NO_BOARDS: Boards = {
	presence: new Set(),
	progress: new Map(),
	late: new Map(),
	ballots: new Map(),
	ratings: new Map(),
	watched: new Map(),
};
const WORKSHOP_ID = "w".repeat(22);
export const UNKNOWN_ID = "u".repeat(22);
export const RETENTION_DAYS = 90;

export const facilitator: Actor = { workshopId: WORKSHOP_ID, role: "facilitator" };
/** By the links that a run begins with. */
export const cofacilitator: Actor = {
	workshopId: WORKSHOP_ID,
	role: "cofacilitator",
	link: "cofacilitator".padEnd(22, "-"),
};
export const observer: Actor = { workshopId: WORKSHOP_ID, role: "observer", link: "observer".padEnd(22, "-") };
export const participant = (participantId: string): Actor => ({
	workshopId: WORKSHOP_ID,
	role: "participant",
	participantId,
});
export const participantId = (index: number): string => `p${index}`.padEnd(22, "-");

/** A run of the machine that remembers its state; ids are counted and chance is seeded, so that runs repeat. */
export class Run {
	state: SessionState;
	now = NOW;
	readonly #context: Context;
	#ids = 0;
	#people = 0;

	/** `links`: whether a co-facilitator and an observer can come in. */
	constructor({ seed = 1, language = "de" as "de" | "en", links = true } = {}) {
		const given = { id: WORKSHOP_ID, code: "ABCDEFGHJ", now: NOW, retentionDays: RETENTION_DAYS };
		const state = initialState({ template: "small", language, startsAt: undefined }, TEMPLATE, given);
		if (!state.ok) throw new Error(state.detail);
		this.state = state.value;
		this.#context = {
			now: NOW,
			random: seeded(seed),
			newId: () => {
				this.#ids += 1;
				return `i${this.#ids}`.padEnd(22, "_");
			},
			newCode: () => {
				this.#ids += 1;
				return `C${this.#ids}`.padEnd(9, "X");
			},
			bounds: { retentionDays: RETENTION_DAYS },
			worksheet: (id) => WORKSHEETS.get(id),
		};
		if (!links) return;
		for (const role of ["cofacilitator", "observer"] as const)
			this.#accept(this.try({ type: "link.add", id: role.padEnd(22, "-"), role, label: "" }));
	}

	/** What the machine decides; an accepted decision is the state from now on. */
	try(command: SessionCommand, actor: Actor = facilitator): Decision {
		const decision = decide(this.state, command, actor, { ...this.#context, now: this.now });
		if (decision.ok) this.state = decision.state;
		return decision;
	}

	/** One or more commands of the facilitator that must be accepted. */
	do(...commands: SessionCommand[]): this {
		for (const command of commands) this.#accept(this.try(command));
		return this;
	}

	/** Puts people into groups of the grouping in force, each by the group's place from 0. */
	seat(...seats: (readonly [person: string, group: number])[]): this {
		return this.do(
			...seats.map(([participant, index]) => ({ type: "groups.move" as const, participant, group: this.group(index) })),
		);
	}

	as(actor: Actor, command: Command): this {
		this.#accept(this.try(command, actor));
		return this;
	}

	/** Seats people one after another; an organisation each, where given. Returns their ids. */
	join(count: number, organisation?: (index: number) => string): string[] {
		return Array.from({ length: count }, (_, index) => {
			const id = participantId(this.#people);
			this.#people += 1;
			this.#accept(
				this.try(
					{ type: "participant.join", id, name: `Person ${this.#people}`, organisation: organisation?.(index) },
					participant(id),
				),
			);
			return id;
		});
	}

	/** The groups in force, as lists of members. */
	groups(): string[][] {
		const grouping = this.state.groupings.find((candidate) => candidate.id === this.state.currentGrouping);
		return grouping?.groups.map((group) => group.members) ?? [];
	}

	/** The id of a group in force. */
	group(index: number): string {
		const grouping = this.state.groupings.find((candidate) => candidate.id === this.state.currentGrouping);
		return grouping?.groups[index]?.id ?? "no such group";
	}

	#accept(decision: Decision): void {
		if (!decision.ok) throw new Error(`refused: ${decision.refused} ${decision.detail ?? ""}`);
	}
}
