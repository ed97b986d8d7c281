import type { Joined } from "../../worksheets/contract/api.ts";
import { accepted, type Result, refusal } from "../../worksheets/contract/result.ts";
import type { DocumentView, Snapshot } from "../../worksheets/contract/snapshot.ts";
import type { Library } from "../../worksheets/schema/load.ts";
import type { Actor } from "../access/actor.ts";
import { asError } from "../as-error.ts";
import type { Logger } from "../logger.ts";
import type { Random } from "../random.ts";
import { seeded } from "../session/seeded.ts";
import type { Sessions } from "../session/sessions.ts";
import type { Subscription } from "../session/subscribers.ts";
import type { SyncServer } from "../sync/server.ts";
import { castOf } from "./cast.ts";
import { type Piece, piecesOf } from "./pieces.ts";
import { writeSheet } from "./write-sheet.ts";

export interface RehearsalsOptions {
	sessions: Sessions;
	sync: Pick<SyncServer, "accept">;
	library: Pick<Library, "example">;
	random: Pick<Random, "seed">;
	logger: Logger;
	/** Milliseconds between two answers of a workshop. */
	paceMs?: number;
}

/** Workshops that are tried out with people whom the server plays. */
export interface Rehearsals {
	/** So many join and begin to write. Refused as `Sessions.rehearse` is, `too-many-requests` where enough are under way. */
	begin(actor: Actor, participants: number): Promise<Result<{ participants: number }>>;
	/** Nobody is played any more, and all since the beginning is gone. */
	end(actor: Actor): Promise<Result<void>>;
	close(): Promise<void>;
}

const PACE_MS = 1_500;
/** Rehearsals that write at the same time on this node. */
const MOST = 5;
/** Of four questions that are answered so many are also called done. */
const DONE_SHARE = 0.75;

export function createRehearsals({ sessions, paceMs = PACE_MS, ...deps }: RehearsalsOptions): Rehearsals {
	const troupes = new Map<string, Troupe>();

	async function dismiss(workshopId: string): Promise<void> {
		const troupe = troupes.get(workshopId);
		troupes.delete(workshopId);
		await troupe?.stop();
	}

	return {
		async begin(actor, participants) {
			if (troupes.size >= MOST) return refusal("too-many-requests", "rehearsals under way");
			const snapshot = await sessions.snapshot(actor);
			if (!snapshot.ok) return snapshot;
			const seats = await sessions.rehearse(actor, castOf(participants, snapshot.value.workshop.language));
			if (!seats.ok) return seats;
			await dismiss(actor.workshopId);
			const troupe = new Troupe(seats.value, { sessions, paceMs, ...deps });
			troupes.set(actor.workshopId, troupe);
			await troupe.start(() => void dismiss(actor.workshopId));
			return accepted({ participants: seats.value.length });
		},

		async end(actor) {
			const troupe = troupes.get(actor.workshopId);
			// What they are writing at this moment would come after what it belongs to is gone.
			await troupe?.pause();
			const ended = await sessions.endRehearsal(actor);
			if (ended.ok) await dismiss(actor.workshopId);
			else troupe?.resume();
			return ended;
		},

		async close() {
			for (const workshopId of [...troupes.keys()]) await dismiss(workshopId);
		},
	};
}

interface Player {
	actor: Actor;
	token: string;
	line: Subscription;
}

/** The people played in one workshop: one after the other, each answers the next question before them. */
class Troupe {
	readonly #seats: readonly Joined[];
	readonly #options: RehearsalsOptions & { paceMs: number };
	readonly #random: () => number;
	/** Answers that somebody has been given to write, by document and question. */
	readonly #given = new Set<string>();
	#players: Player[] = [];
	#turn = 0;
	#resting = false;
	#gone: () => void = () => {};
	#timer: NodeJS.Timeout | null = null;
	#writing: Promise<void> = Promise.resolve();

	constructor(seats: readonly Joined[], options: RehearsalsOptions & { paceMs: number }) {
		this.#seats = seats;
		this.#options = options;
		this.#random = seeded(options.random.seed());
	}

	/** `gone` is called once nobody of them may be here any more. */
	async start(gone: () => void): Promise<void> {
		for (const { workshopId, participantId, token } of this.#seats) {
			const actor: Actor = { workshopId, role: "participant", participantId };
			// Whoever listens is here.
			const line = await this.#options.sessions.subscribe(actor, () => {});
			if (line.ok) this.#players.push({ actor, token, line: line.value });
		}
		this.#gone = gone;
		this.#next();
	}

	/** Resolves when nobody of them writes any more. */
	async pause(): Promise<void> {
		this.#resting = true;
		if (this.#timer !== null) clearTimeout(this.#timer);
		await this.#writing;
	}

	resume(): void {
		this.#resting = false;
		this.#next();
	}

	async stop(): Promise<void> {
		await this.pause();
		for (const { line } of this.#players) line.close();
		this.#players = [];
	}

	#next(): void {
		if (this.#resting) return;
		this.#timer = setTimeout(() => {
			this.#writing = this.#play().catch((error: unknown) => {
				this.#options.logger.error("a rehearsal could not go on", { error: asError(error) });
			});
			void this.#writing.then(() => this.#next());
		}, this.#options.paceMs);
		this.#timer.unref();
	}

	/** Lets the next of them who has something to write do so. */
	async #play(): Promise<void> {
		for (let tried = 0; tried < this.#players.length; tried += 1) {
			const player = this.#players[this.#turn % this.#players.length];
			this.#turn += 1;
			if (player === undefined) return;
			const snapshot = await this.#options.sessions.snapshot(player.actor);
			if (!snapshot.ok) {
				if (snapshot.refused !== "unavailable") this.#gone();
				return;
			}
			if (snapshot.value.currentPhase === null) return;
			const task = await this.#taskOf(snapshot.value);
			if (task === null) continue;
			const done = this.#random() < DONE_SHARE;
			const { language } = snapshot.value.workshop;
			await writeSheet(this.#options.sync, task.document, player.token, (doc) => task.piece.write(doc, language, done));
			return;
		}
	}

	/** The first answer to a sheet of the present phase that nobody has been given yet. */
	async #taskOf(snapshot: Snapshot): Promise<{ document: string; piece: Piece } | null> {
		const { sessions, library } = this.#options;
		const phase = snapshot.phases.find(({ id }) => id === snapshot.currentPhase);
		for (const use of phase?.sheets ?? []) {
			const example = library.example(use.worksheet);
			const worksheet = (await sessions.keptWorksheets(snapshot.workshop.id)).get(use.worksheet);
			const document = snapshot.documents.find((one) => one.worksheet === use.worksheet && isTheirs(one, use.scope));
			if (use.readOnly === true || !example || !worksheet || !document) continue;
			for (const piece of piecesOf(worksheet, example, use.sections)) {
				const key = `${document.id} ${piece.name}`;
				if (this.#given.has(key)) continue;
				this.#given.add(key);
				return { document: document.id, piece };
			}
		}
		return null;
	}
}

/** A sheet of their own or of their group; the plenary's is the facilitator's. */
function isTheirs({ scope, access }: DocumentView, kind: DocumentView["scope"]["kind"]): boolean {
	return scope.kind === kind && kind !== "plenary" && access === "write";
}
