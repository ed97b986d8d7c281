import type { CreateWorkshop, Join, Joined } from "../../worksheets/contract/api.ts";
import { parseCode } from "../../worksheets/contract/ids.ts";
import { LIMITS } from "../../worksheets/contract/limits.ts";
import { accepted, type Result, refusal } from "../../worksheets/contract/result.ts";
import { samePassword } from "../access/password.ts";
import type { Tokens } from "../access/tokens.ts";
import type { Invitation } from "../services.ts";
import { attemptWrite } from "./attempt-write.ts";
import type { SessionsOptions } from "./config.ts";
import { initialState, worksheetsOf } from "./creation.ts";
import { decide } from "./machine.ts";
import type { SessionCache } from "./session-cache.ts";
import { deleteOn } from "./state.ts";
import type { Context } from "./step.ts";

export interface Registration {
	/** Refused `unauthenticated` (wrong password), `invalid` (with the field) or `unavailable`. */
	create(input: CreateWorkshop): Promise<Result<{ id: string; code: string; facilitatorToken: string }>>;
	/** What the join page shows. Refused `not-found` for an unknown or malformed code. */
	invitation(code: string): Promise<Result<Invitation>>;
	/** A seat and its token. Refused `not-found`, `ended`, `full` or `unavailable`. */
	join(code: string, input: Join): Promise<Result<Joined>>;
}

const CODE_ATTEMPTS = 10;

/** How workshops and their people come into being. */
export function createRegistration(
	{ storage, clock, random, library, logger, config }: SessionsOptions,
	tokens: Tokens,
	cache: SessionCache,
	newContext: () => Context,
	changed: (workshopId: string) => void,
): Registration {
	async function freeCode(): Promise<string> {
		for (let attempt = 0; attempt < CODE_ATTEMPTS; attempt += 1) {
			const code = random.code();
			if ((await storage.findWorkshopIdByCode(code)) === null) return code;
		}
		throw new Error("no free join code found");
	}

	async function workshopIdOf(code: string): Promise<Result<string>> {
		const bare = parseCode(code);
		const id = bare === null ? null : await storage.findWorkshopIdByCode(bare);
		return id === null ? refusal("not-found") : accepted(id);
	}

	return {
		async create(input) {
			const { createPassword, retentionDays } = config;
			if (createPassword !== null && !samePassword(input.password ?? "", createPassword)) {
				return refusal("unauthenticated", "password");
			}
			const template = library.template(input.template);
			if (template === undefined) return refusal("invalid", "template: unknown");
			const id = random.id();
			const now = clock.now();
			const code = await freeCode();
			const state = initialState(input, template, { id, code, now, retentionDays });
			if (!state.ok) return state;
			const token = tokens.issue();
			const write = storage.createWorkshop({
				id,
				code,
				createdAt: now,
				deleteOn: deleteOn(state.value),
				state: JSON.stringify(state.value),
				definitions: new Map(
					worksheetsOf(template).map((worksheet) => [worksheet, JSON.stringify(library.worksheet(worksheet))]),
				),
				tokens: [{ hash: token.hash, workshopId: id, role: "facilitator", participantId: null, createdAt: now }],
				documents: [],
			});
			const stored = await attemptWrite(write, logger, "a workshop could not be stored");
			return stored.ok ? accepted({ id, code, facilitatorToken: token.secret }) : stored;
		},

		async invitation(code) {
			const id = await workshopIdOf(code);
			if (!id.ok) return id;
			return cache.use(id.value, ({ state }) => {
				const { workshop, phases, participants } = state;
				const minutes = phases.reduce((sum, phase) => sum + phase.minutes, 0);
				return accepted({
					workshopId: workshop.id,
					title: workshop.title,
					code: workshop.code,
					language: workshop.language,
					status: workshop.status,
					startsAt: workshop.startsAt,
					endsAt: workshop.startsAt === null ? null : workshop.startsAt + minutes * 60_000,
					place: workshop.place,
					full: participants.length >= LIMITS.participants,
					deleteOn: deleteOn(state),
					retentionDays: workshop.retentionDays,
				});
			});
		},

		async join(code, { name, organisation }) {
			const id = await workshopIdOf(code);
			if (!id.ok) return id;
			return cache.use(id.value, (session) =>
				session.queue(async () => {
					if (session.erased) return refusal("ended");
					const participantId = random.id();
					const actor = { workshopId: session.id, role: "participant", participantId } as const;
					const command = { type: "participant.join", id: participantId, name, organisation } as const;
					const decision = decide(session.state, command, actor, newContext());
					if (!decision.ok) return decision;
					const token = tokens.issue();
					const write = session.commit(decision, {
						tokens: [{ ...actor, hash: token.hash, createdAt: clock.now() }],
					});
					const stored = await attemptWrite(write, logger, "a participant could not be stored");
					if (!stored.ok) return stored;
					changed(session.id);
					return accepted({ workshopId: session.id, participantId, token: token.secret });
				}),
			);
		},
	};
}
