import type { IncomingMessage } from "node:http";
import type { Server, Socket } from "socket.io";
import { z } from "zod";
import { CLOSE, type CloseCode } from "../../worksheets/contract/close-codes.ts";
import { LIMITS } from "../../worksheets/contract/limits.ts";
import {
	closeLineSchema,
	openLineSchema,
	POLLED_NAMESPACE,
	partSchema,
	pingSchema,
	takenSchema,
} from "../../worksheets/contract/polled-line.ts";
import { TokenBucket } from "../access/token-bucket.ts";
import { asError } from "../as-error.ts";
import type { Logger } from "../logger.ts";
import type { Storage } from "../storage/storage.ts";
import { PolledSocket } from "../sync/polled-socket.ts";
import type { SyncServer } from "../sync/server.ts";
import { couldBeDocument, sheetCookie } from "./sheet-token.ts";

export interface PolledSheetsOptions {
	sync: Pick<SyncServer, "accept">;
	storage: Pick<Storage, "findDocument">;
	/** Whether a handshake that relies on a cookie comes from our own pages. */
	originAllowed(request: IncomingMessage): boolean;
	logger: Logger;
}

const authSchema = z.object({ token: z.string().max(256).optional() });

/** Lines that one browser tab may have open at once. */
const MOST_LINES = 16;
/** Messages of all kinds. Lines have budgets of their own; this one is for whoever opens and closes all day. */
const PACE = { perSecond: 500, burst: 2_000 };
/** Room for a frame's own bytes around the largest catch-up. */
const FRAME_BYTES = LIMITS.catchUpBytes + 64;

/** The namespace `/sync`: sheets for those whose network blocks WebSockets. What may be asked there is the same. */
export function attachPolledSheets(io: Server, options: PolledSheetsOptions): void {
	io.of(POLLED_NAMESPACE).on("connection", (socket) => serve(socket, options));
}

function serve(socket: Socket, options: PolledSheetsOptions): void {
	const lines = new Map<number, PolledSocket>();
	const pace = new TokenBucket(PACE.perSecond, PACE.burst, performance.now());

	function open(line: number, documentId: string): void {
		if (lines.has(line)) {
			// Two lines of one number could not be told apart: both end with the socket.
			socket.disconnect();
			return;
		}
		const wire = {
			part: (number: number, data: string) => socket.emit("part", { line, number, data }),
			taken: (number: number) => socket.emit("taken", { line, number }),
			ping: () => socket.emit("ping", { line }),
			close: (code?: CloseCode) => socket.emit("close", code === undefined ? { line } : { line, code }),
		};
		if (lines.size >= MOST_LINES || !couldBeDocument(documentId)) {
			wire.close(lines.size >= MOST_LINES ? CLOSE.tooFast : CLOSE.malformed);
			return;
		}
		const polled = new PolledSocket(wire, FRAME_BYTES);
		lines.set(line, polled);
		void polled.closed.then(() => lines.delete(line));
		tokenFor(socket, documentId, options).then(
			(token) => polled.isOpen && options.sync.accept(polled, documentId, token),
			(error: unknown) => {
				options.logger.error("a polled sheet could not be opened", {
					error: asError(error),
				});
				polled.close(CLOSE.couldNotLoad);
			},
		);
	}

	const handlers: Record<string, (message: unknown) => boolean> = {
		open(message) {
			const { success, data } = openLineSchema.safeParse(message);
			if (success) open(data.line, data.document);
			return success;
		},
		// A line that has ended on this side may still be spoken to.
		part(message) {
			const { success, data } = partSchema.safeParse(message);
			if (success) lines.get(data.line)?.receive(data.number, data.data);
			return success;
		},
		taken(message) {
			const { success, data } = takenSchema.safeParse(message);
			if (success) lines.get(data.line)?.taken(data.number);
			return success;
		},
		pong(message) {
			const { success, data } = pingSchema.safeParse(message);
			if (success) lines.get(data.line)?.pong();
			return success;
		},
		close(message) {
			const { success, data } = closeLineSchema.safeParse(message);
			if (success) lines.get(data.line)?.gone();
			return success;
		},
	};
	socket.onAny((event: string, message: unknown) => {
		const handle = Object.hasOwn(handlers, event) ? handlers[event] : undefined;
		const tooMany = pace.wait(performance.now()) > 0;
		pace.take(1);
		if (tooMany || handle === undefined || !handle(message)) {
			for (const line of [...lines.values()]) line.close(tooMany ? CLOSE.tooFast : CLOSE.malformed);
			socket.disconnect();
		}
	});
	socket.on("disconnect", () => {
		for (const line of lines.values()) line.gone();
	});
}

/** A token in the handshake, else the cookie of the document's workshop, which counts only from our own pages. */
async function tokenFor(
	socket: Socket,
	documentId: string,
	{ storage, originAllowed }: PolledSheetsOptions,
): Promise<string | null> {
	const auth = authSchema.safeParse(socket.handshake.auth);
	if (!auth.success) return null;
	if (auth.data.token !== undefined) return auth.data.token;
	return originAllowed(socket.request) ? await sheetCookie(socket.request, documentId, storage) : null;
}
