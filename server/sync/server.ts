import type { IncomingMessage } from "node:http";
import type { Duplex } from "node:stream";
import { WebSocketServer } from "ws";
import * as Y from "yjs";
import { CLOSE, type CloseCode } from "../../worksheets/contract/close-codes.ts";
import { accepted, type Result, refusal } from "../../worksheets/contract/result.ts";
import type { DocumentProgress } from "../../worksheets/contract/snapshot.ts";
import { asError } from "../as-error.ts";
import { admit } from "./admission.ts";
import { closeCodeOf } from "./close.ts";
import type { Connection } from "./connection.ts";
import type { FrameSocket } from "./frame-socket.ts";
import { SYNC_LIMITS, type SyncLimits } from "./limits.ts";
import { loadDocument } from "./load.ts";
import type { LoadedDocument } from "./loaded-document.ts";
import { openRoom, type RoomSources, worksheetOf } from "./open-room.ts";
import { type OwnEdit, submitOwnEdit } from "./own-edit.ts";
import { readProgress } from "./progress.ts";
import { Registry } from "./registry.ts";
import { writersOf } from "./writers.ts";
import { SyncWebSocket, WsSocket } from "./ws-socket.ts";

export interface SyncServerOptions extends Omit<RoomSources, "limits"> {
	limits?: Partial<SyncLimits>;
}

export interface SyncServer {
	/** Accepts an upgrade for a well-formed document id; where it is refused, the socket is closed with its code. */
	handleUpgrade(request: IncomingMessage, socket: Duplex, head: Buffer, documentId: string, token: string | null): void;
	/** Accepts an upgrade only to close it with `code`: the one way to tell a browser why. */
	refuse(request: IncomingMessage, socket: Duplex, head: Buffer, code: CloseCode): void;
	/** Takes a line of another transport, open and paused, for a well-formed document id. */
	accept(line: FrameSocket, documentId: string, token: string | null): void;
	documents: {
		/** The document as it is on disk now, the caller's to keep and destroy; null where there is none. */
		copy(documentId: string): Promise<Y.Doc | null>;
		/** The same with whose content it holds (participants' ids and roles) and when it last changed. */
		credited(documentId: string): Promise<CreditedDocument | null>;
		/** The same with everything that was let in until now, also what is still on its way to the disk. */
		settled(documentId: string): Promise<Y.Doc | null>;
		/** Judges an update that is to be kept beside the document (room.ts). */
		examine(
			documentId: string,
			sent: Uint8Array,
			author: string,
		): Promise<Result<{ update: Uint8Array; claims: readonly number[] }>>;
		/** Adds what `make` makes of the document, as an edit of the server's own; with null nothing is done. */
		amend(documentId: string, make: (doc: Y.Doc) => Result<OwnEdit | null>): Promise<Result<void>>;
	};
	/** Null where there is no such document. */
	progress(documentId: string): Promise<DocumentProgress | null>;
	stats(): { connections: number; documents: number };
	/** Closes all connections with 1012 and resolves when everything they sent is durable. Idempotent. */
	close(): Promise<void>;
}

export interface CreditedDocument {
	/** As it is on disk now, the caller's to keep and destroy. */
	doc: Y.Doc;
	/** Participants' ids and roles. */
	writers: string[];
	/** Epoch milliseconds; null when nothing was ever written. */
	changedAt: number | null;
}

interface Loaded extends Pick<LoadedDocument, "doc" | "lastChangeAt" | "record"> {
	writers(): string[];
}

/** Room for the frame's own bytes around an update of the largest size. */
const FRAME_SLACK = 64;
const TICK_MS = 1_000;

/** The y-websocket endpoint: opens documents, lets connections in, and keeps both within bounds. */
export function createSyncServer({ limits: chosen, ...given }: SyncServerOptions): SyncServer {
	const limits: SyncLimits = { ...SYNC_LIMITS, ...chosen };
	const sources: RoomSources = { ...given, limits };
	const { storage, access, logger } = sources;
	const sockets = new WebSocketServer({
		noServer: true,
		clientTracking: false,
		perMessageDeflate: false,
		maxPayload: limits.catchUpBytes + FRAME_SLACK,
		WebSocket: SyncWebSocket,
	});
	/** Every open line, also of those who are not inside yet or never will be. */
	const lines = new Set<FrameSocket>();
	const connections = new Set<Connection>();
	const registry = new Registry({
		open: (documentId, broken) => openRoom(documentId, broken, sources),
		unloadAfterMs: limits.unloadAfterMs,
		compactRowsAtUnload: limits.compactRowsAtUnload,
		compactAtCloseMs: limits.compactAtCloseMs,
	});
	let closing: Promise<void> | null = null;

	const ticking = setInterval(() => {
		const now = performance.now();
		for (const connection of connections) {
			connection.tick(now);
		}
	}, TICK_MS);
	const stopListening = access.onChange((workshopId) => {
		for (const connection of connections) {
			if (connection.actor.workshopId === workshopId) {
				connection.recheck();
			}
		}
	});

	function upgrade(request: IncomingMessage, wire: Duplex, head: Buffer, then: (line: FrameSocket) => void): void {
		// What there is to say at once leaves together with the yes to the upgrade.
		wire.cork();
		process.nextTick(() => wire.uncork());
		sockets.handleUpgrade(request, wire, head, (upgraded) => {
			upgraded.on("error", () => logger.debug("sync socket failed"));
			const line = new WsSocket(upgraded, wire);
			keep(line);
			then(line);
		});
	}

	function keep(line: FrameSocket): void {
		lines.add(line);
		void line.closed.then(() => lines.delete(line));
	}

	function enter(line: FrameSocket, documentId: string, token: string | null): void {
		if (closing === null) {
			void open(line, documentId, token);
		} else {
			line.close(CLOSE.restart);
		}
	}

	async function open(line: FrameSocket, documentId: string, token: string | null): Promise<void> {
		try {
			const admitted = await admit(line, documentId, token, { access, limits, logger, registry, connections });
			if (!admitted.ok) {
				line.close(closing === null ? closeCodeOf(admitted.refused) : CLOSE.restart);
			}
		} catch (error) {
			logger.error("document could not be opened", { document: documentId, error: asError(error) });
			line.close(CLOSE.couldNotLoad);
		}
	}

	async function load(documentId: string): Promise<Loaded | null> {
		const room = await registry.peek(documentId);
		if (room === null) {
			const loaded = await loadDocument(storage, documentId, logger);
			if (loaded === null) {
				return null;
			}
			const { doc, lastChangeAt, record, owners } = loaded;
			return { doc, lastChangeAt, record, writers: () => writersOf(doc, (client) => owners.get(client)) };
		}
		const doc = new Y.Doc();
		Y.applyUpdate(doc, Y.encodeStateAsUpdate(room.doc));
		return { doc, lastChangeAt: room.lastChangeAt, record: room.record, writers: () => room.writers };
	}

	async function credited(documentId: string): Promise<CreditedDocument | null> {
		const loaded = await load(documentId);
		return loaded && { doc: loaded.doc, writers: loaded.writers(), changedAt: loaded.lastChangeAt };
	}

	async function settled(documentId: string): Promise<Y.Doc | null> {
		await (await registry.peek(documentId))?.settled();
		return (await load(documentId))?.doc ?? null;
	}

	async function examine(
		documentId: string,
		sent: Uint8Array,
		author: string,
	): Promise<Result<{ update: Uint8Array; claims: readonly number[] }>> {
		const room = await registry.acquire(documentId);
		if (room === null) {
			return refusal("not-found");
		}
		try {
			return room.examine(sent, author);
		} finally {
			registry.release(room);
		}
	}

	async function amend(documentId: string, make: (doc: Y.Doc) => Result<OwnEdit | null>): Promise<Result<void>> {
		const room = await registry.acquire(documentId);
		if (room === null) {
			return refusal("not-found");
		}
		try {
			const made = make(room.doc);
			if (!made.ok) {
				return made;
			}
			return made.value === null ? accepted(undefined) : await submitOwnEdit(room, made.value);
		} finally {
			registry.release(room);
		}
	}

	async function progress(documentId: string): Promise<DocumentProgress | null> {
		const loaded = await load(documentId);
		if (loaded === null) {
			return null;
		}
		try {
			const worksheet = await worksheetOf(loaded.record, access);
			return readProgress(documentId, loaded.doc, worksheet, loaded.lastChangeAt);
		} finally {
			loaded.doc.destroy();
		}
	}

	async function shutDown(): Promise<void> {
		clearInterval(ticking);
		stopListening();
		const open = [...lines];
		for (const connection of [...connections]) {
			connection.close(CLOSE.restart);
		}
		for (const line of open) {
			line.close(CLOSE.restart);
		}
		await registry.close();
		await Promise.all(open.map((line) => line.closed));
	}

	return {
		handleUpgrade: (request, wire, head, documentId, token) =>
			upgrade(request, wire, head, (line) => enter(line, documentId, token)),
		refuse: (request, wire, head, code) => upgrade(request, wire, head, (line) => line.close(code)),
		accept(line, documentId, token) {
			keep(line);
			enter(line, documentId, token);
		},
		documents: { copy: async (documentId) => (await load(documentId))?.doc ?? null, credited, settled, examine, amend },
		progress,
		stats: () => ({ connections: connections.size, documents: registry.size }),
		close: () => {
			closing ??= shutDown();
			return closing;
		},
	};
}
