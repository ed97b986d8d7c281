import { join } from "node:path";
import { asError } from "../../as-error.ts";
import type { Logger } from "../../logger.ts";
import { workerEntry } from "../../worker-entry.ts";
import type { Storage } from "../storage.ts";
import { openReading } from "./connections.ts";
import { HistoryReader } from "./history-reader.ts";
import { LateReader } from "./late-reader.ts";
import { lockDirectory } from "./lock.ts";
import { prepareLogReader } from "./log-reader.ts";
import { type FreeBytes, MaterialFolder } from "./material-folder.ts";
import { Reader } from "./reader.ts";
import { Writer } from "./writer.ts";

const DATABASE_FILE = "arena.sqlite";
const MATERIALS_FOLDER = "materials";
const GROUP_COMMIT_MS = 14;
const LONGEST_GROUP_COMMIT_MS = 20;

export interface SqliteOptions {
	/** Made where it does not exist; this process's own until `close`. */
	directory: string;
	logger: Logger;
	/**
	 * The least time between two commits: 0 to 20 ms, 14 unless told; up to twice that when this thread has no time to
	 * spare. What is written after a pause waits for nothing; under load everybody's writes of this time are one commit.
	 */
	groupCommitMs?: number;
	/** Upper bound of the database file, in pages of 4 KiB. Beyond it writes fail as on a full disk. */
	maxPages?: number;
	/** How much the disk still takes, for tests. */
	freeBytes?: FreeBytes;
}

/**
 * Opens the embedded store: one thread that writes, one connection on this thread that reads. Throws `AlreadyRunning`,
 * `UnwritableDirectory`, `NewerDatabase` or `UnusableDatabase`, each with one line for the operator.
 */
export async function openSqlite(options: SqliteOptions): Promise<Storage> {
	const { directory, logger, groupCommitMs = GROUP_COMMIT_MS, maxPages } = options;
	if (!(groupCommitMs >= 0 && groupCommitMs <= LONGEST_GROUP_COMMIT_MS)) {
		throw new RangeError(`groupCommitMs takes 0 to ${LONGEST_GROUP_COMMIT_MS}`);
	}
	const worker = workerEntry("storage-worker", import.meta.url, "./worker.ts");
	const unlock = lockDirectory(directory);
	try {
		const file = join(directory, DATABASE_FILE);
		const limits = maxPages === undefined ? {} : { maxPages };
		const writer = await Writer.open(worker, { file, gatherMs: groupCommitMs, ...limits }, logger);
		const folder = new MaterialFolder(join(directory, MATERIALS_FOLDER), options.freeBytes);
		const storage = storageOf(file, writer, folder, logger, unlock);
		await storage.sweepMaterials();
		return storage;
	} catch (error) {
		unlock();
		throw error;
	}
}

function storageOf(file: string, writer: Writer, folder: MaterialFolder, logger: Logger, unlock: () => void): Storage {
	const database = openReading(file);
	const reader = new Reader(database);
	const history = new HistoryReader(database);
	const late = new LateReader(database, logger);
	const readLog = prepareLogReader(database, logger);

	async function write(...[operation]: Parameters<Writer["write"]>): Promise<void> {
		await writer.write(operation);
	}

	/** What happened stands, whatever becomes of the bytes: what stays behind is nobody's, and swept up. */
	async function quietly(cleaning: Promise<void>): Promise<void> {
		await cleaning.catch((error: unknown) => {
			logger.error("bytes of an uploaded file could not be removed yet", { error: asError(error) });
		});
	}

	async function closeAll(): Promise<void> {
		database.close();
		await writer.close();
		unlock();
	}

	let closing: Promise<void> | undefined;
	return {
		async createWorkshop(workshop) {
			const { id, materials } = workshop;
			if (materials !== undefined) await folder.copy(materials.from, id, materials.ids);
			try {
				await write({ type: "create-workshop", workshop });
			} catch (error) {
				if (materials !== undefined) await quietly(folder.removeAll(id));
				throw error;
			} finally {
				folder.arrived(id, materials?.ids.map(({ to }) => to) ?? []);
			}
		},
		findWorkshop: async (id) => reader.workshop(id),
		findWorkshopIdByCode: async (code) => reader.workshopIdByCode(code),
		async saveSession(change) {
			await write({ type: "save-session", change });
			const { workshopId, materials } = change;
			if (materials === undefined) return;
			folder.arrived(workshopId, materials.added);
			await quietly(folder.remove(workshopId, materials.removed));
		},
		findCommand: async (workshopId, commandId) => reader.command(workshopId, commandId),
		definitions: async (workshopId) => reader.definitions(workshopId),
		addToken: (token) => write({ type: "add-token", token }),
		findToken: async (hash) => reader.token(hash),
		tokenUsed: (use) => write({ type: "token-used", use }),
		linksUsed: async (workshopId) => reader.linksUsed(workshopId),
		recoveryHash: async (workshopId) => reader.recoveryHash(workshopId),
		findDocument: async (id) => reader.document(id),
		documentsOf: async (workshopId) => reader.documentsOf(workshopId),
		async loadDocument(id) {
			const record = reader.document(id);
			return record === null ? null : readLog(record);
		},
		// Copies: the caller keeps its bytes, and may use their buffer for others at once.
		appendUpdate: (entry) => write({ type: "append-update", entry: { ...entry, update: Buffer.from(entry.update) } }),
		compact: (documentId, snapshot) =>
			write({ type: "compact", documentId, snapshot: { ...snapshot, state: new Uint8Array(snapshot.state) } }),
		past: async (documentId) => history.past(documentId),
		loadPast: async (documentId, at) => history.load(documentId, at),
		setBacks: async (documentId) => history.setBacks(documentId),
		dueForForgetting: async (now) => reader.dueForForgetting(now),
		condense: (documentId, snapshot) =>
			write({ type: "condense", documentId, snapshot: { ...snapshot, state: new Uint8Array(snapshot.state) } }),
		async forgetHistory(workshopId) {
			await write({ type: "forget-history", workshopId });
			// Only now: until the files are clean, it is due again.
			await write({ type: "history-forgotten", workshopId });
		},
		hasWritten: async (documentId, author) => late.hasWritten(documentId, author),
		addLate: (entry) => write({ type: "add-late", late: { ...entry, update: new Uint8Array(entry.update) } }),
		findLate: async (documentId, id) => late.find(documentId, id),
		lateOf: async (documentId) => late.of(documentId),
		lateTotals: async (workshopId) => late.totals(workshopId),
		addOccasion: (workshopId, occasion) => write({ type: "add-occasion", workshopId, occasion }),
		removeOccasion: (workshopId, id) => writer.write({ type: "remove-occasion", workshopId, id }),
		occasionsOf: async (workshopId) => reader.occasionsOf(workshopId),
		putMaterial: (workshopId, id, bytes) => folder.put(workshopId, id, bytes),
		dropMaterial: (workshopId, id) => quietly(folder.remove(workshopId, [id])),
		readMaterial: (workshopId, id) => folder.read(workshopId, id),
		sweepMaterials: () => quietly(folder.sweep((workshopId) => reader.materialsOf(workshopId))),
		dueForErasure: async (now) => reader.dueForErasure(now),
		async eraseWorkshop(id, now, why) {
			try {
				return await writer.write({ type: "erase-workshop", id, now, why });
			} finally {
				// Also where only the last traces in the database could not be wiped yet.
				if (reader.workshop(id) === null) await folder.removeAll(id);
			}
		},
		scrub: () => write({ type: "scrub" }),
		findErasure: async (id) => reader.erasure(id),
		isReady: () => writer.isReady(),
		close() {
			closing ??= closeAll();
			return closing;
		},
	};
}
