import type { BlockOf } from "../../worksheets/blocks/definitions.ts";
import type { CopyWorkshop, CreateWorkshop, Join, Joined } from "../../worksheets/contract/api.ts";
import { spokenRecoveryCode } from "../../worksheets/contract/ids.ts";
import { accepted, type Result, refusal } from "../../worksheets/contract/result.ts";
import { planBlockOf } from "../../worksheets/plan/steps.ts";
import type { Worksheet } from "../../worksheets/schema/worksheet.ts";
import type { Actor } from "../access/actor.ts";
import { can } from "../access/can.ts";
import { samePassword } from "../access/password.ts";
import { issueRecoveryCode } from "../access/recovery.ts";
import type { Tokens } from "../access/tokens.ts";
import type { Invitation } from "../services.ts";
import type { NewWorkshop } from "../storage/storage.ts";
import { attemptWrite } from "./attempt-write.ts";
import { workshopIdOf } from "./by-code.ts";
import type { SessionsOptions } from "./config.ts";
import { copiedState, initialState, worksheetsOf } from "./creation.ts";
import { definitionOf, definitionText } from "./definition-text.ts";
import type { LiveSession } from "./live-session.ts";
import { decide } from "./machine.ts";
import { copiedMaterials } from "./materials.ts";
import { openMeasures } from "./measures.ts";
import { isFull } from "./people.ts";
import type { SessionCache } from "./session-cache.ts";
import { deleteOn, type SessionState } from "./state.ts";
import type { Context } from "./step.ts";

/** A new workshop with its secrets, which nobody can be shown again. */
interface NewlyMade {
	id: string;
	code: string;
	facilitatorToken: string;
	/** As it is to be written down. */
	recoveryCode: string;
}

/** Its plan of measures, where it was asked for and the agenda has one. */
export interface Copied extends NewlyMade {
	plan: { document: string; block: BlockOf<"actions"> } | null;
}

export interface Registration {
	/** Refused `unauthenticated` (wrong password), `invalid` (with the field) or `unavailable`. */
	create(input: CreateWorkshop): Promise<Result<NewlyMade>>;
	/**
	 * The next workshop of a series, with this one's plan and nobody in it. With `measures` its plan of measures is open
	 * already, and empty. Refused unless the actor is the facilitator.
	 */
	copy(actor: Actor, input: CopyWorkshop): Promise<Result<Copied>>;
	/** What the join page shows. Refused `not-found` for an unknown or malformed code. */
	invitation(code: string): Promise<Result<Invitation>>;
	/**
	 * Begins a rehearsal with people whom the server plays: the seats that there were for them. Refused `forbidden`,
	 * `wrong-state` where the workshop has begun, or `unavailable`.
	 */
	rehearse(actor: Actor, people: readonly Join[]): Promise<Result<Joined[]>>;
	/** The workshop as it was before: nobody who was played, no word written since. Refused `wrong-state` where none runs. */
	endRehearsal(actor: Actor): Promise<Result<void>>;
	/** A seat, or a place at the door, and its token. Refused `not-found`, `ended`, `door-closed`, `full`, `unavailable`. */
	join(code: string, input: Join): Promise<Result<Joined>>;
}

const CODE_ATTEMPTS = 10;

/** How workshops and their people come into being. */
export function createRegistration(
	{ storage, clock, random, library, logger, config }: SessionsOptions,
	tokens: Tokens,
	cache: SessionCache,
	newContext: (session: LiveSession) => Context,
	changed: (workshopId: string) => void,
): Registration {
	async function freeCode(): Promise<string> {
		for (let attempt = 0; attempt < CODE_ATTEMPTS; attempt += 1) {
			const code = random.code();
			if ((await storage.findWorkshopIdByCode(code)) === null) return code;
		}
		throw new Error("no free join code found");
	}

	const given = async () => ({
		id: random.id(),
		code: await freeCode(),
		now: clock.now(),
		retentionDays: config.retentionDays,
	});

	/** Stores a workshop that is new, with the worksheets of its plan and a token for whoever steers it. */
	async function keep(
		state: SessionState,
		worksheet: (id: string) => Worksheet | undefined,
		materials?: NewWorkshop["materials"],
	): Promise<Result<NewlyMade>> {
		const { id, code, createdAt } = state.workshop;
		const token = tokens.issue();
		const recovery = issueRecoveryCode(tokens, random, id);
		const write = storage.createWorkshop({
			id,
			code,
			createdAt,
			deleteOn: deleteOn(state),
			state: JSON.stringify(state),
			definitions: new Map(worksheetsOf(state).map((id) => [id, definitionText(definitionOf(id, worksheet(id)))])),
			tokens: [{ hash: token.hash, workshopId: id, role: "facilitator", participantId: null, linkId: null, createdAt }],
			documents: state.documents.map(({ id: document, worksheet: used, scope }) => ({
				id: document,
				workshopId: id,
				worksheet: used,
				worksheetVersion: definitionOf(used, worksheet(used)).version,
				scopeKind: scope.kind,
				scopeId: scope.id ?? null,
				createdAt,
			})),
			recoveryHash: recovery.hash,
			...(materials === undefined ? {} : { materials }),
		});
		const stored = await attemptWrite(write, logger, "a workshop could not be stored");
		if (!stored.ok) return stored;
		const recoveryCode = spokenRecoveryCode(recovery.code);
		return accepted({ id, code, facilitatorToken: token.secret, recoveryCode });
	}

	/** To be called within the queue. */
	async function seat(
		session: LiveSession,
		{ name, organisation, people }: Join,
		simulated: boolean,
	): Promise<Result<Joined>> {
		if (session.erased) return refusal("ended");
		const participantId = random.id();
		const actor = { workshopId: session.id, role: "participant", participantId } as const;
		const command = { type: "participant.join", id: participantId, name, organisation, people, simulated } as const;
		const decision = decide(session.state, command, actor, newContext(session));
		if (!decision.ok) return decision;
		const token = tokens.issue();
		const write = session.commit(decision, {
			tokens: [{ ...actor, hash: token.hash, linkId: null, createdAt: clock.now() }],
		});
		const stored = await attemptWrite(write, logger, "a participant could not be stored");
		if (!stored.ok) return stored;
		changed(session.id);
		return accepted({ workshopId: session.id, participantId, token: token.secret });
	}

	/** To be called within the queue. */
	async function settle(
		session: LiveSession,
		actor: Actor,
		type: "rehearsal.begin" | "rehearsal.end",
	): Promise<Result<void>> {
		if (session.erased) return refusal("ended");
		const allowed = can(session.state, actor, { to: "rehearse" });
		if (!allowed.ok) return allowed;
		const decision = decide(session.state, { type }, actor, newContext(session));
		if (!decision.ok) return decision;
		const stored = await attemptWrite(session.commit(decision, {}), logger, "a rehearsal could not be stored");
		if (stored.ok) changed(session.id);
		return stored;
	}

	return {
		async create(input) {
			const { createPassword } = config;
			if (createPassword !== null && !samePassword(input.password ?? "", createPassword)) {
				return refusal("unauthenticated", "password");
			}
			const template = library.template(input.template);
			if (template === undefined) return refusal("invalid", "template: unknown");
			const state = initialState(input, template, await given());
			return state.ok ? keep(state.value, library.worksheet) : state;
		},

		copy: (actor, { title, measures = false }) =>
			cache.use(actor.workshopId, async ({ state, keptDefinitions, erased }) => {
				if (erased) return refusal("ended");
				const allowed = can(state, actor, { to: "copy" });
				if (!allowed.ok) return allowed;
				const worksheet = (id: string) => keptDefinitions.get(id);
				const { phases, ids } = copiedMaterials(state.phases, random.id);
				const copied = copiedState({ ...state, phases }, title, await given());
				const opened = measures ? openMeasures(copied, { newId: random.id, worksheet }) : null;
				const next = opened?.ok ? opened.state : copied;
				const made = await keep(next, worksheet, ids.length === 0 ? undefined : { from: actor.workshopId, ids });
				if (!made.ok) return made;
				const document = next.documents[0];
				const definition = document && worksheet(document.worksheet);
				const block = definition && planBlockOf(definition);
				return accepted({ ...made.value, plan: document && block ? { document: document.id, block } : null });
			}),

		async invitation(code) {
			const id = await workshopIdOf(storage, code);
			if (!id.ok) return id;
			return cache.use(id.value, ({ state }) => {
				const { workshop, phases } = state;
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
					full: isFull(state),
					door: workshop.door,
					deleteOn: deleteOn(state),
					retentionDays: workshop.retentionDays,
					namesAtEnd: workshop.namesAtEnd,
				});
			});
		},

		async join(code, input) {
			const id = await workshopIdOf(storage, code);
			if (!id.ok) return id;
			return cache.use(id.value, (session) => session.queue(() => seat(session, input, false)));
		},

		rehearse: (actor, people) =>
			cache.use(actor.workshopId, (session) =>
				session.queue(async () => {
					const begun = await settle(session, actor, "rehearsal.begin");
					if (!begun.ok) return begun;
					const seats: Joined[] = [];
					for (const person of people) {
						const joined = await seat(session, person, true);
						if (!joined.ok) return seats.length === 0 ? joined : accepted(seats);
						seats.push(joined.value);
					}
					return accepted(seats);
				}),
			),

		endRehearsal: (actor) =>
			cache.use(actor.workshopId, (session) => session.queue(() => settle(session, actor, "rehearsal.end"))),
	};
}
