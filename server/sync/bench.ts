import { randomBytes } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { CLOSE } from "../../worksheets/contract/close-codes.ts";
import { accepted, refusal } from "../../worksheets/contract/result.ts";
import type { DocumentProgress } from "../../worksheets/contract/snapshot.ts";
import { type Worksheet, worksheetSchema } from "../../worksheets/schema/worksheet.ts";
import type { Actor } from "../access/actor.ts";
import { type Clock, systemClock } from "../clock.ts";
import { createLogger, type Logger } from "../logger.ts";
import { openSqlite } from "../storage/sqlite/open.ts";
import type { Storage } from "../storage/storage.ts";
import type { DocumentAccess, SyncAccess } from "./access.ts";
import type { SyncLimits } from "./limits.ts";
import { createSyncServer, type SyncServer } from "./server.ts";

/** A sync server as the tests use it: the real store and real sockets, and a session that does as it is told. */

export const newId = () => randomBytes(16).toString("base64url");

const text = (de: string) => ({ de, en: de });

const WORKSHEET: Worksheet = worksheetSchema.parse({
	kind: "worksheet",
	id: "sheet",
	version: 1,
	title: text("Blatt"),
	purpose: text("Zum Ausprobieren"),
	sections: [
		{
			id: "only",
			title: text("Abschnitt"),
			blocks: [
				{ id: "note", type: "rich-text", label: text("Notiz") },
				{ id: "line", type: "text", label: text("Zeile") },
				{ id: "each", type: "text", label: text("Je Baustein"), repeat: {} },
			],
		},
	],
});

/** Access by a table: token → actor, and who may do what to which document. Everyone may write unless told otherwise. */
export class TableAccess implements SyncAccess {
	readonly reported: DocumentProgress[] = [];
	readonly alarms: { document: string; at: number; before: number }[] = [];
	pins = 0;
	readonly #actors = new Map<string, Actor>();
	readonly #access = new Map<string, DocumentAccess | "none">();
	readonly #listeners = new Set<(workshopId: string) => void>();

	token(actor: Actor, token = newId()): string {
		this.#actors.set(token, actor);
		return token;
	}

	/** As a lock or a move does: at once for every connection. */
	set(actor: Actor, documentId: string, access: DocumentAccess | "none"): void {
		this.#access.set(`${actor.participantId ?? actor.role} ${documentId}`, access);
		for (const listener of this.#listeners) {
			listener(actor.workshopId);
		}
	}

	async authenticate(token: string) {
		const actor = this.#actors.get(token);
		return actor === undefined ? refusal("unauthenticated") : accepted(actor);
	}

	async pin() {
		this.pins += 1;
		return accepted(() => {
			this.pins -= 1;
		});
	}

	async documentAccess(actor: Actor, documentId: string) {
		return this.documentAccessNow(actor, documentId);
	}

	documentAccessNow(actor: Actor, documentId: string) {
		const access = this.#access.get(`${actor.participantId ?? actor.role} ${documentId}`) ?? "write";
		return access === "none" ? refusal("forbidden") : accepted(access);
	}

	onChange(listener: (workshopId: string) => void) {
		this.#listeners.add(listener);
		return () => {
			this.#listeners.delete(listener);
		};
	}

	displayName(actor: Actor) {
		return `Name of ${actor.participantId ?? actor.role}`;
	}

	worksheetNow(): undefined {
		return undefined;
	}

	async worksheet(_workshopId: string, worksheetId: string) {
		return worksheetId === WORKSHEET.id ? WORKSHEET : undefined;
	}

	raiseAlarm(_workshopId: string, alarm: { document: string; at: number; before: number }) {
		this.alarms.push(alarm);
	}

	reportSide() {}

	lookedInto() {
		return () => {};
	}

	reportProgress(_workshopId: string, progress: DocumentProgress) {
		this.reported.push(progress);
	}
}

/** Puts a workshop with `count` group documents into a store. */
export async function seed(storage: Storage, count: number): Promise<{ workshopId: string; documents: string[] }> {
	const workshopId = newId();
	const documents = Array.from({ length: count }, newId);
	await storage.createWorkshop({
		id: workshopId,
		code: randomBytes(6).toString("hex").slice(0, 9),
		createdAt: 0,
		deleteOn: Number.MAX_SAFE_INTEGER,
		state: "{}",
		definitions: new Map(),
		tokens: [],
		recoveryHash: null,
		documents: documents.map((id) => ({
			id,
			workshopId,
			worksheet: WORKSHEET.id,
			worksheetVersion: WORKSHEET.version,
			scopeKind: "group" as const,
			scopeId: newId(),
			createdAt: 0,
		})),
	});
	return { workshopId, documents };
}

/** Routes `/sync/{documentId}` with a bearer token, as the real router does. */
export function serveSync(http: Server, sync: SyncServer): void {
	http.on("upgrade", (request, socket, head) => {
		const documentId = /^\/sync\/([A-Za-z0-9_-]{22})$/.exec(request.url ?? "")?.[1];
		if (documentId === undefined) {
			sync.refuse(request, socket, head, CLOSE.malformed);
			return;
		}
		const token = /^Bearer (.+)$/.exec(request.headers.authorization ?? "")?.[1] ?? null;
		sync.handleUpgrade(request, socket, head, documentId, token);
	});
}

export async function listen(http: Server, port = 0): Promise<number> {
	await new Promise<void>((resolve) => http.listen(port, "127.0.0.1", resolve));
	return (http.address() as AddressInfo).port;
}

export interface Bench {
	url: string;
	storage: Storage;
	access: TableAccess;
	sync: SyncServer;
	workshopId: string;
	documents: string[];
	/** A participant of the workshop and the token for it. */
	person(): { actor: Actor; token: string };
	/** Ends the sync server and starts another on the same store and address. */
	restart(): Promise<void>;
	close(): Promise<void>;
}

export interface Store {
	storage: Storage;
	close(): Promise<void>;
}

/** The real store in a directory of its own; one a test file is enough, since every bench has its own workshop. */
export async function openStore(): Promise<Store> {
	const directory = await mkdtemp(join(tmpdir(), "arena-sync-"));
	const storage = await openSqlite({ directory, logger: createLogger("silent") });
	return {
		storage,
		close: async () => {
			await storage.close();
			await rm(directory, { recursive: true, force: true });
		},
	};
}

export interface BenchOptions {
	documents?: number;
	limits?: Partial<SyncLimits>;
	clock?: Clock;
	/** Silent unless told. */
	logger?: Logger;
	/** What the sync server gets in the place of the real store. */
	through?: (storage: Storage) => Pick<Storage, "loadDocument" | "appendUpdate" | "compact">;
}

export async function openBench({ storage }: Store, options: BenchOptions = {}): Promise<Bench> {
	const logger = options.logger ?? createLogger("silent");
	const { workshopId, documents } = await seed(storage, options.documents ?? 1);
	const access = new TableAccess();
	const start = () =>
		createSyncServer({
			storage: options.through?.(storage) ?? storage,
			access,
			logger,
			clock: options.clock ?? systemClock,
			limits: { unloadAfterMs: 60_000, ...options.limits },
		});
	let http = createServer();
	const port = await listen(http);
	const bench: Bench = {
		url: `ws://127.0.0.1:${port}/sync`,
		storage,
		access,
		sync: start(),
		workshopId,
		documents,
		person: () => {
			const actor: Actor = { workshopId, role: "participant", participantId: newId() };
			return { actor, token: access.token(actor) };
		},
		restart: async () => {
			await stop();
			bench.sync = start();
			http = createServer();
			serveSync(http, bench.sync);
			await listen(http, port);
		},
		close: () => stop(),
	};
	const stop = async () => {
		await bench.sync.close();
		await new Promise((resolve) => http.close(resolve));
	};
	serveSync(http, bench.sync);
	return bench;
}
