import type { LateContribution, LateReceipt } from "../../worksheets/contract/late.ts";
import { LIMITS } from "../../worksheets/contract/limits.ts";
import { accepted, type Result, refusal } from "../../worksheets/contract/result.ts";
import { roleSchema } from "../../worksheets/contract/snapshot.ts";
import { withoutSoftHyphens } from "../../worksheets/report/soft-hyphens.ts";
import { type Actor, authorOf } from "../access/actor.ts";
import type { Clock } from "../clock.ts";
import type { Logger } from "../logger.ts";
import { attemptWrite } from "../session/attempt-write.ts";
import type { Sessions } from "../session/sessions.ts";
import { DuplicateLate } from "../storage/errors.ts";
import type { NewLate, Storage } from "../storage/storage.ts";
import type { LateReader, ReadLate } from "./read-late.ts";

/** Edits that came when their sheet was closed for whoever wrote them: kept beside it, shown, never merged. */
export interface LateContributions {
	/**
	 * Keeps an update. The same id again has one effect and the same answer. Refused `wrong-state` where the sheet can be
	 * written in now: there it simply syncs.
	 */
	add(actor: Actor, documentId: string, late: { id: string; update: Uint8Array }): Promise<Result<LateReceipt>>;
	/** For whoever may open the sheet, in the order in which they came. */
	list(actor: Actor, documentId: string): Promise<Result<LateContribution[]>>;
}

export interface LateOptions {
	storage: Pick<Storage, "hasWritten" | "addLate" | "findLate">;
	sessions: Pick<
		Sessions,
		"pin" | "lateAccess" | "lateAdded" | "documentAccess" | "snapshot" | "worksheet" | "personNames"
	>;
	examine(
		documentId: string,
		sent: Uint8Array,
		author: string,
	): Promise<Result<{ update: Uint8Array; claims: readonly number[] }>>;
	read: LateReader;
	clock: Clock;
	logger: Logger;
}

export function createLateContributions(options: LateOptions): LateContributions {
	const { storage, sessions, examine, read, clock, logger } = options;
	/** Readings under way: a whole room asks at the same moment, right after something was added. */
	const underWay = new Map<string, Promise<ReadLate[]>>();

	async function addOnce(actor: Actor, documentId: string, id: string, update: Uint8Array) {
		const author = authorOf(actor);
		const known = await receipt(documentId, id, author);
		if (known !== null) return known;
		const total = await sessions.lateAccess(actor, documentId, await storage.hasWritten(documentId, author));
		if (!total.ok) return total;
		const { count, bytes } = total.value;
		if (count >= LIMITS.latePerDocument || bytes + update.length > LIMITS.documentBytes) {
			return refusal("too-large", "late contributions of one document");
		}
		const examined = await examine(documentId, update, author);
		if (!examined.ok) return examined;
		return await keep(actor.workshopId, { documentId, id, author, at: clock.now(), ...examined.value });
	}

	async function keep(workshopId: string, late: NewLate): Promise<Result<LateReceipt>> {
		const { documentId, id, author, at, update } = late;
		// The same request twice at once: one of them finds the other's.
		const write = storage.addLate(late).catch((error: unknown) => {
			if (!(error instanceof DuplicateLate)) throw error;
			return "known" as const;
		});
		const written = await attemptWrite(write, logger, "a late contribution could not be stored");
		if (!written.ok) return written;
		if (written.value === "known") return (await receipt(documentId, id, author)) ?? refusal("unavailable");
		await sessions.lateAdded(workshopId, documentId, update.length);
		logger.info("a late contribution was kept", { document: documentId });
		return accepted({ id, at });
	}

	async function receipt(documentId: string, id: string, author: string): Promise<Result<LateReceipt> | null> {
		const known = await storage.findLate(documentId, id);
		if (known === null) return null;
		return known.author === author ? accepted({ id, at: known.at }) : refusal("invalid", "id: used before");
	}

	return {
		async add(actor, documentId, { id, update }) {
			// The count of the session in memory goes on from the store's; loaded in between, it would count twice.
			const pinned = await sessions.pin(actor.workshopId);
			if (!pinned.ok) return pinned;
			try {
				return await addOnce(actor, documentId, id, update);
			} finally {
				pinned.value();
			}
		},

		async list(actor, documentId) {
			const access = await sessions.documentAccess(actor, documentId);
			if (!access.ok) return access;
			const snapshot = await sessions.snapshot(actor);
			if (!snapshot.ok) return snapshot;
			const { documents, workshop } = snapshot.value;
			const document = documents.find((candidate) => candidate.id === documentId);
			const worksheet = document && (await sessions.worksheet(workshop.id, document.worksheet));
			if (document === undefined || worksheet === undefined) return refusal("not-found");
			const outside = document.outside === true;
			const key = `${documentId} ${document.late} ${outside}`;
			const reading = underWay.get(key) ?? read(documentId, withoutSoftHyphens(worksheet), workshop.language, outside);
			underWay.set(key, reading);
			const late = await reading.finally(() => underWay.delete(key));
			const names = await sessions.personNames(workshop.id);
			return accepted(late.map((entry) => contribution(entry, names)));
		},
	};
}

function contribution({ id, author, at, answers }: ReadLate, names: ReadonlyMap<string, string>) {
	const name = names.get(author);
	if (name === undefined) return { id, at, role: roleSchema.parse(author), answers };
	return { id, at, participant: { id: author, name }, answers };
}
