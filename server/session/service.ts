import type { ErasureReason } from "../../worksheets/contract/erasure.ts";
import { groupLabel } from "../../worksheets/contract/group-letter.ts";
import type { Language } from "../../worksheets/contract/languages.ts";
import { accepted, type Result, refusal } from "../../worksheets/contract/result.ts";
import { steers } from "../../worksheets/contract/roles.ts";
import type { Role } from "../../worksheets/contract/snapshot.ts";
import { type Actor, shareOf } from "../access/actor.ts";
import { can, isInside, isOutside } from "../access/can.ts";
import { takenHome } from "../access/take-home.ts";
import { createTokens } from "../access/tokens.ts";
import { asError } from "../as-error.ts";
import type { TokenRecord } from "../storage/storage.ts";
import { phaseEnds, phaseVisits } from "./agenda.ts";
import { attemptWrite } from "./attempt-write.ts";
import type { SessionsOptions } from "./config.ts";
import { Counting } from "./counting.ts";
import { createEntrances } from "./entrances.ts";
import { createExecution } from "./execution.ts";
import type { LiveSession } from "./live-session.ts";
import { lookups } from "./lookups.ts";
import { decide } from "./machine.ts";
import { createMaterialAccess } from "./material-access.ts";
import { OpenAccess } from "./open-access.ts";
import { viewsOpenToAll } from "./plenary-views.ts";
import { createRegistration } from "./registration.ts";
import { seeded } from "./seeded.ts";
import { SessionCache } from "./session-cache.ts";
import type { ProgressSource, Sessions } from "./sessions.ts";
import type { Context, SessionCommand } from "./step.ts";

const PRESENCE_GRACE_MS = 3_000;
const IDLE_MS = 60_000;
const DAY_MS = 86_400_000;
/** Lines of one participant; more are no reload and no second device. */
const LINES = 20;
/** Several people may share a link. */
const LINES_OF_A_LINK = 200;

/** Whom a sheet's presence names where nobody has joined by a name. */
const NAMELESS: Record<Language, Record<Exclude<Role, "participant">, string>> = {
	de: { facilitator: "Moderation", cofacilitator: "Co-Moderation", observer: "Beobachtung" },
	en: { facilitator: "Facilitation", cofacilitator: "Co-facilitation", observer: "Observation" },
};

export function createSessions(options: SessionsOptions): Sessions {
	const { storage, clock, random, library, logger, config } = options;
	const tokens = createTokens(config.serverKey, random);
	const cache = new SessionCache({
		storage,
		worksheet: library.worksheet,
		clock,
		logger,
		presenceGraceMs: config.presenceGraceMs ?? PRESENCE_GRACE_MS,
		idleMs: config.idleMs ?? IDLE_MS,
		due: (session) => settle(session, { type: "recall.due" }, { workshopId: session.id, role: "facilitator" }),
	});
	const changeListeners = new Set<(workshopId: string) => void>();
	const openAccess = new OpenAccess();
	const eraseListeners = new Set<(workshopId: string) => void>();
	let progressSource: ProgressSource | null = null;
	const counting = new Counting(logger);

	const newContext = (session: LiveSession): Context => ({
		now: clock.now(),
		random: seeded(random.seed()),
		newId: random.id,
		newCode: random.code,
		bounds: { retentionDays: config.retentionDays },
		worksheet: (id) => session.definitions.get(id) ?? library.worksheet(id),
	});
	const changed = (workshopId: string): void => {
		for (const listener of changeListeners) listener(workshopId);
		void lookUpSides(workshopId);
	};

	/** A phase may ask in sheets that nobody has written in since the session was loaded. */
	async function lookUpSides(workshopId: string): Promise<void> {
		if ((cache.loaded(workshopId)?.unknownSides() ?? []).length === 0) return;
		await cache.use(workshopId, async (session) => accepted(await counting.fill(session)));
	}

	/** A view of the workshop, for an actor who still is one. */
	function mayEnter({ state, erased }: LiveSession, actor: Actor): Result<void> {
		return erased ? refusal("ended") : isInside(state, actor);
	}

	/** Keeps the day on which a link was used, so that one that nobody needs is seen; of participants nothing is kept. */
	function noteUse({ hash, role, linkId, usedOn }: TokenRecord): void {
		const today = clock.now() - (clock.now() % DAY_MS);
		if (linkId === null || role === "facilitator" || usedOn === today) return;
		storage.tokenUsed({ hash, on: today }).catch((error: unknown) => {
			logger.warn("the use of a link could not be noted", { error: asError(error) });
		});
	}

	/**
	 * Counts, for who steers, how far the sheets are that nobody has reported on since the session was loaded: before
	 * their view is taken, so that every way of asking shows the same.
	 */
	async function fillProgress(session: LiveSession, actor: Actor): Promise<void> {
		if (progressSource === null || !steers(actor.role)) return;
		for (const document of session.documentsWithoutProgress()) {
			try {
				const progress = await progressSource(document);
				if (session.erased) return;
				if (progress !== null) session.reportProgress(progress);
			} catch (error) {
				logger.warn("progress could not be counted", { document, error: asError(error) });
			}
		}
	}

	/** Carries out what is nobody's command, within the queue: nothing where it changes nothing. Throws where the store does. */
	async function settle(session: LiveSession, command: SessionCommand, actor: Actor): Promise<void> {
		const decision = session.erased ? refusal("ended") : decide(session.state, command, actor, newContext(session));
		if (!decision.ok || decision.state === session.state) return;
		await session.commit(decision, {});
		changed(session.id);
	}

	async function settleSoon(workshopId: string, command: SessionCommand, actor: Actor): Promise<void> {
		await cache.use(workshopId, (session) =>
			session.queue(async () => accepted(await settle(session, command, actor))),
		);
	}

	function tellOfErasure(workshopId: string): void {
		for (const listener of eraseListeners) listener(workshopId);
		changed(workshopId);
		logger.info("workshop erased");
	}

	async function eraseNow(workshopId: string, why: ErasureReason = "expired"): Promise<boolean> {
		const hold = await cache.hold(workshopId);
		// Also what cannot be read any more has to go when its time has come.
		if (!hold.ok) return hold.refused === "unavailable" && storage.eraseWorkshop(workshopId, clock.now(), why);
		const { session, release } = hold.value;
		try {
			return await session.queue(async () => {
				if (session.erased) return false;
				try {
					session.erased = await storage.eraseWorkshop(workshopId, clock.now(), why);
				} catch (error) {
					// Gone all the same where only the files' last traces of it are still to be wiped.
					session.erased = (await storage.findErasure(workshopId)) !== null;
					throw error;
				} finally {
					if (session.erased) tellOfErasure(workshopId);
				}
				return session.erased;
			});
		} finally {
			release();
		}
	}

	return {
		...createRegistration(options, tokens, cache, newContext, changed),
		...createEntrances(options, tokens, cache, newContext, changed),
		...createMaterialAccess(options, cache, newContext, changed),
		execute: createExecution({ storage, clock, logger, cache, newContext, changed, counting }),
		eraseNow,

		async authenticate(token, workshopId) {
			const record = await storage.findToken(tokens.hash(token));
			if (record === null || record.revokedAt !== null) {
				const erased = workshopId !== undefined && (await storage.findErasure(workshopId)) !== null;
				return refusal(erased ? "ended" : "unauthenticated");
			}
			noteUse(record);
			const { role, participantId, linkId } = record;
			const actor: Actor = {
				workshopId: record.workshopId,
				role,
				...(participantId === null ? {} : { participantId }),
				...(linkId === null ? {} : { link: linkId }),
			};
			if (participantId === null) return accepted(actor);
			const inside = await cache.use(actor.workshopId, ({ state }) => isInside(state, actor));
			return !inside.ok && inside.refused === "removed" ? inside : accepted(actor);
		},

		isErased: async (workshopId) => (await storage.findErasure(workshopId)) !== null,

		async erasure(workshopId) {
			const receipt = await storage.findErasure(workshopId);
			if (receipt === null) return null;
			const { erasedAt, why, documents, participants } = receipt;
			return { erasedAt, why, documents, participants };
		},

		snapshot: (actor) =>
			cache.use(actor.workshopId, async (session) => {
				await fillProgress(session, actor);
				await counting.fill(session);
				const entered = mayEnter(session, actor);
				return entered.ok ? accepted(session.view(actor)) : entered;
			}),

		takenHome: (actor) =>
			cache.use(actor.workshopId, async (session) => {
				await counting.fill(session);
				const allowed = session.erased ? refusal("ended") : can(session.state, actor, { to: "take-home" });
				return allowed.ok ? accepted(takenHome(session.view(actor))) : allowed;
			}),

		plenary: (actor) =>
			cache.use(actor.workshopId, async (session) => {
				await counting.fill(session);
				const { state } = session;
				const allowed = session.erased ? refusal("ended") : can(state, actor, { to: "see-plenary" });
				if (!allowed.ok) return allowed;
				const { facilitatorLink } = state;
				const whole: Actor = {
					workshopId: actor.workshopId,
					role: "facilitator",
					...(facilitatorLink === null ? {} : { link: facilitatorLink }),
				};
				const open = actor.role === "participant" ? viewsOpenToAll(state) : "all";
				return accepted({ snapshot: session.view(whole), basis: state, counted: state.units?.result ?? [], open });
			}),

		async subscribe(actor, listener, putOut) {
			const hold = await cache.hold(actor.workshopId);
			if (!hold.ok) return hold;
			const { session, release } = hold.value;
			await fillProgress(session, actor);
			await counting.fill(session);
			const crowded = session.linesOf(shareOf(actor)) >= (actor.role === "participant" ? LINES : LINES_OF_A_LINK);
			const entered = crowded ? refusal("too-many-requests", "lines") : mayEnter(session, actor);
			if (!entered.ok) {
				release();
				return entered;
			}
			const subscription = session.subscribe(actor, listener, putOut);
			return accepted({
				...subscription,
				close() {
					subscription.close();
					release();
				},
			});
		},

		returnToken: (actor) =>
			cache.use(actor.workshopId, async (session) => {
				const entered = mayEnter(session, actor);
				if (!entered.ok) return entered;
				const token = tokens.issue();
				const write = storage.addToken({
					hash: token.hash,
					workshopId: actor.workshopId,
					role: actor.role,
					participantId: actor.participantId ?? null,
					linkId: actor.link ?? null,
					createdAt: clock.now(),
				});
				const stored = await attemptWrite(write, logger, "a token could not be stored");
				return stored.ok ? accepted(token.secret) : stored;
			}),

		async worksheets(workshopId) {
			const definitions = await cache.use(workshopId, (session) => accepted(session.definitions));
			return definitions.ok ? definitions.value : new Map();
		},

		async keptWorksheets(workshopId) {
			const definitions = await cache.use(workshopId, (session) => accepted(session.keptDefinitions));
			return definitions.ok ? definitions.value : new Map();
		},

		worksheetNow: (workshopId, worksheetId) => cache.loaded(workshopId)?.definitions.get(worksheetId),

		async worksheet(workshopId, worksheetId) {
			const definition = await cache.use(workshopId, (session) => accepted(session.definitions.get(worksheetId)));
			return definition.ok ? definition.value : undefined;
		},

		async unitRatings(workshopId) {
			const counted = await cache.use(workshopId, ({ state }) => accepted(state.units?.result ?? []));
			return counted.ok ? counted.value : [];
		},

		async phaseVisits(workshopId) {
			const visits = await cache.use(workshopId, ({ state }) => accepted(phaseVisits(state)));
			return visits.ok ? visits.value : [];
		},

		async groupNames(workshopId) {
			const names = await cache.use(workshopId, ({ state }) =>
				accepted(
					new Map(
						state.groupings.flatMap(({ groups }) =>
							groups.map(({ id, name }, index) => [id, groupLabel(index, name)] as const),
						),
					),
				),
			);
			return names.ok ? names.value : new Map();
		},

		async personNames(workshopId) {
			const names = await cache.use(workshopId, ({ state }) =>
				accepted(new Map(state.participants.map(({ id, name }) => [id, name] as const))),
			);
			return names.ok ? names.value : new Map();
		},

		documentAccess: (actor, documentId) =>
			cache.use(actor.workshopId, ({ state }) => can(state, actor, { to: "open", document: documentId })),

		documentAccessNow(actor, documentId) {
			const session = cache.loaded(actor.workshopId);
			if (session === null) return refusal("unavailable");
			return session.erased ? refusal("ended") : openAccess.ask(session.state, actor, documentId);
		},

		lateAccess: (actor, documentId, wrote) =>
			cache.use(actor.workshopId, (session) => {
				const allowed = can(session.state, actor, { to: "add-late", document: documentId, wrote });
				return allowed.ok ? accepted(session.lateTotal(documentId)) : allowed;
			}),

		async lateAdded(workshopId, documentId, bytes) {
			await cache.use(workshopId, (session) => accepted(session.lateAdded(documentId, bytes)));
		},

		async pin(workshopId) {
			const hold = await cache.hold(workshopId);
			return hold.ok ? accepted(hold.value.release) : hold;
		},

		displayName(actor) {
			const state = cache.loaded(actor.workshopId)?.state;
			if (state === undefined) return "";
			if (actor.role !== "participant") return NAMELESS[state.workshop.language][actor.role];
			return lookups(state).participants.get(actor.participantId ?? "")?.name ?? "";
		},

		lookedInto: (actor, documentId) => cache.loaded(actor.workshopId)?.lookedInto(documentId, actor) ?? (() => {}),

		onChange(listener) {
			changeListeners.add(listener);
			return () => changeListeners.delete(listener);
		},

		onErase(listener) {
			eraseListeners.add(listener);
			return () => eraseListeners.delete(listener);
		},

		reportProgress(workshopId, progress) {
			cache.loaded(workshopId)?.reportProgress(progress);
		},

		reportSide(workshopId, documentId, side) {
			cache.loaded(workshopId)?.reportSide(documentId, side);
		},

		lookBack: (actor, documentId) =>
			cache.use(actor.workshopId, ({ state, definitions }) => {
				const allowed = can(state, actor, { to: "look-back", document: documentId });
				if (!allowed.ok) return allowed;
				const document = lookups(state).documents.get(documentId);
				const worksheet = document && definitions.get(document.worksheet);
				if (document === undefined || worksheet === undefined) return refusal("not-found");
				const outside = isOutside(state, actor, document);
				const { language } = state.workshop;
				return accepted({ permission: allowed.value, outside, worksheet, language, phaseEnds: phaseEnds(state) });
			}),

		raiseAlarm(workshopId, alarm) {
			settleSoon(workshopId, { type: "alarm.raise", ...alarm }, { workshopId, role: "facilitator" }).catch(
				(error: unknown) => {
					logger.error("an alarm could not be kept", { document: alarm.document, error: asError(error) });
				},
			);
		},

		async clearAlarm(actor, documentId) {
			await settleSoon(actor.workshopId, { type: "alarm.clear", document: documentId }, actor);
		},

		setProgressSource(source) {
			progressSource = source;
		},

		setSheetSource(source) {
			counting.source = source;
		},

		async erase(actor) {
			const allowed = await cache.use(actor.workshopId, ({ state }) => can(state, actor, { to: "erase" }));
			if (!allowed.ok) return allowed;
			const erased = await attemptWrite(eraseNow(actor.workshopId, "asked"), logger, "a workshop could not be erased");
			return erased.ok ? accepted(undefined) : erased;
		},

		close: () => cache.close(),
	};
}
