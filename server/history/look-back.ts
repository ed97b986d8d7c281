import * as Y from "yjs";
import type { History, PastSheet, SetBackRequest } from "../../worksheets/contract/history.ts";
import { accepted, type Result, refusal } from "../../worksheets/contract/result.ts";
import { readWorksheet } from "../../worksheets/document/read.ts";
import { keepReleases } from "../../worksheets/document/releases.ts";
import { withoutSoftHyphens } from "../../worksheets/report/soft-hyphens.ts";
import { reportWorksheet } from "../../worksheets/report/worksheet-report.ts";
import type { Worksheet } from "../../worksheets/schema/worksheet.ts";
import type { Actor } from "../access/actor.ts";
import type { Clock } from "../clock.ts";
import type { Logger } from "../logger.ts";
import { attemptWrite } from "../session/attempt-write.ts";
import type { Sessions } from "../session/sessions.ts";
import type { Storage } from "../storage/storage.ts";
import type { SyncServer } from "../sync/server.ts";
import { openPast } from "./past-doc.ts";
import { pointsOf } from "./points.ts";
import { setBack } from "./set-back.ts";

/** What sheets were before, for whoever steers: to look at, and to set them back to. */
export interface LookBack {
	points(actor: Actor, documentId: string): Promise<Result<History>>;
	/** Refused `not-found` for a moment that is not kept. */
	preview(actor: Actor, documentId: string, at: number): Promise<Result<PastSheet>>;
	/** Durable and with everybody once it is answered. The same id again has one effect and the same answer. */
	setBack(actor: Actor, documentId: string, request: SetBackRequest): Promise<Result<{ at: number }>>;
}

export interface LookBackOptions {
	storage: Pick<Storage, "past" | "loadPast" | "setBacks">;
	sessions: Pick<Sessions, "lookBack" | "clearAlarm" | "pin">;
	amend: SyncServer["documents"]["amend"];
	/** The document as it is on disk now, the caller's to keep and destroy. */
	copy(documentId: string): Promise<Y.Doc | null>;
	clock: Clock;
	logger: Logger;
}

export function createLookBack({ storage, sessions, amend, copy, clock, logger }: LookBackOptions): LookBack {
	/** The last set-back of each document under way: the next one has to know what it copied. */
	const underWay = new Map<string, Promise<unknown>>();

	function inTurn<Value>(documentId: string, act: () => Promise<Value>): Promise<Value> {
		const turn = (underWay.get(documentId) ?? Promise.resolve()).then(act, act);
		const over = turn
			.catch(() => undefined)
			.then(() => {
				if (underWay.get(documentId) === over) underWay.delete(documentId);
			});
		underWay.set(documentId, over);
		return turn;
	}

	async function past(documentId: string, at: number): Promise<Result<Y.Doc>> {
		if (at > clock.now()) return refusal("invalid", "at: lies in the future");
		const stored = await storage.loadPast(documentId, at);
		return stored === null ? refusal("not-found", "at: nothing is kept of that moment") : accepted(openPast(stored));
	}

	async function mayWrite(actor: Actor, documentId: string): Promise<Result<Worksheet>> {
		const access = await sessions.lookBack(actor, documentId);
		if (!access.ok) return access;
		return access.value.permission === "write" ? accepted(access.value.worksheet) : refusal("ended");
	}

	async function setBackOnce(
		actor: Actor,
		documentId: string,
		{ id, at, keepLater }: SetBackRequest,
	): Promise<Result<{ at: number }>> {
		const made = await storage.setBacks(documentId);
		const known = made.find((one) => one.id === id);
		if (known !== undefined) return accepted({ at: known.goal });
		const then = await past(documentId, at);
		if (!then.ok) return then;
		try {
			// Time has passed since the first look.
			const allowed = await mayWrite(actor, documentId);
			if (!allowed.ok) return allowed;
			const origins = made.map((one) => one.origins);
			const amended = await amend(documentId, (now) => {
				keepReleases(then.value, now, allowed.value);
				const written = setBack(then.value, now, { keepLater, origins, client: unusedClient(now) });
				if (written === null) return accepted(null);
				return accepted({ update: written.update, setBack: { id, goal: at, origins: written.origins } });
			});
			if (!amended.ok) return amended;
		} finally {
			then.value.destroy();
		}
		const cleared = await attemptWrite(sessions.clearAlarm(actor, documentId), logger, "an alarm could not be cleared");
		if (cleared.ok) logger.info("a document was set back", { document: documentId });
		return accepted({ at });
	}

	return {
		async points(actor, documentId) {
			const access = await sessions.lookBack(actor, documentId);
			if (!access.ok) return access;
			const kept = await storage.past(documentId);
			const made = await storage.setBacks(documentId);
			return accepted({ from: kept.from, points: pointsOf(kept, access.value.phaseEnds, made) });
		},

		async preview(actor, documentId, at) {
			const access = await sessions.lookBack(actor, documentId);
			if (!access.ok) return access;
			const { worksheet, language, outside } = access.value;
			const then = await past(documentId, at);
			if (!then.ok) return then;
			const now = await copy(documentId);
			if (now !== null) keepReleases(then.value, now, worksheet);
			now?.destroy();
			const answered = readWorksheet(then.value, withoutSoftHyphens(worksheet), { outside });
			then.value.destroy();
			return accepted({ at, report: reportWorksheet(answered, language, { headingLevel: 3 }) });
		},

		async setBack(actor, documentId, request) {
			const allowed = await mayWrite(actor, documentId);
			if (!allowed.ok) return allowed;
			const pinned = await sessions.pin(actor.workshopId);
			if (!pinned.ok) return pinned;
			try {
				return await inTurn(documentId, () => setBackOnce(actor, documentId, request));
			} finally {
				pinned.value();
			}
		},
	};
}

function unusedClient(doc: Y.Doc): number {
	for (;;) {
		const { clientID } = new Y.Doc();
		if (!doc.store.clients.has(clientID)) return clientID;
	}
}
