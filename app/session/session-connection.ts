import "../parsing.ts";
import * as z from "zod/mini";
import { applyChange } from "../../worksheets/contract/apply-facts.ts";
import { changeSchema } from "../../worksheets/contract/change.ts";
import { type CommandAnswer, commandAnswerSchema } from "../../worksheets/contract/command-answer.ts";
import type { Command } from "../../worksheets/contract/commands.ts";
import { REFUSALS, type RefusalCode } from "../../worksheets/contract/refusals.ts";
import { snapshotSchema } from "../../worksheets/contract/snapshot.ts";
import { liveNamespace } from "../live-line.ts";
import { newCommandId } from "./command-id.ts";
import { createPendingCommands, type Envelope } from "./pending-commands.ts";
import type { SessionStore } from "./session-store.ts";

export interface SessionConnection {
	/** Never rejects: what the server refuses, or does not answer in time, comes back as a refusal. */
	send(command: Command): Promise<CommandAnswer>;
	close(): void;
}

export interface ConnectOptions {
	store: SessionStore;
	workshopId: string;
	/** Where the server is; the page's own origin when absent. */
	url?: string;
	timing?: Partial<Timing>;
	/** For programs that hold a token instead of a cookie. */
	token?: string;
}

interface Timing {
	commandMs: number;
	/** Without a line for longer, the page says offline. */
	offlineMs: number;
	retryMs: number;
	retryMaxMs: number;
}

const TIMING: Timing = { commandMs: 15_000, offlineMs: 10_000, retryMs: 500, retryMaxMs: 10_000 };

/** A room whose Wi-Fi comes back, or that was hung up on, spreads its dialling over this time. */
const SPREAD_MS = 1_500;

/** Refusals after which the same cookie will not be let in again. */
const FINAL: ReadonlySet<RefusalCode> = new Set([
	"unauthenticated",
	"forbidden",
	"removed",
	"not-found",
	"ended",
	"foreign-origin",
]);

const refusalDataSchema = z.object({ code: z.enum(REFUSALS) });

/** Keeps the store in step with the session: one socket, everything that arrives is parsed, what breaks is fetched anew. */
export function connectSession({ store, workshopId, url = "", token, timing }: ConnectOptions): SessionConnection {
	const { commandMs, offlineMs, retryMs, retryMaxMs } = { ...TIMING, ...timing };
	const pending = createPendingCommands(commandMs);
	const socket = liveNamespace(url, "/session", {
		auth: token === undefined ? { workshop: workshopId } : { token },
		reconnectionDelay: retryMs,
		reconnectionDelayMax: retryMaxMs,
	});
	let offlineTimer: ReturnType<typeof setTimeout> | undefined;
	let retryTimer: ReturnType<typeof setTimeout> | undefined;

	function transmit(envelope: Envelope): void {
		socket.emit("command", envelope, (answer: unknown) => {
			const parsed = commandAnswerSchema.safeParse(answer);
			if (parsed.success) pending.answered(envelope.id, parsed.data);
		});
	}

	function resync(): void {
		socket.emit("resync", (answer: unknown) => {
			const parsed = snapshotSchema.safeParse(answer);
			if (parsed.success) store.advance(parsed.data);
		});
	}

	function lineLost(): void {
		if (offlineTimer !== undefined) return;
		if (store.state().connection === "live") store.setConnection("reconnecting");
		offlineTimer = setTimeout(() => store.setConnection("offline"), offlineMs);
	}

	/** socket.io tries again by itself, except after the server itself has said no or hung up. */
	function retryLater(withinMs = retryMaxMs / 2): void {
		clearTimeout(retryTimer);
		retryTimer = setTimeout(
			() => {
				if (socket.connected) return;
				// Starts over where a try is waiting for its turn already.
				socket.disconnect().connect();
			},
			retryMs * Math.random() + withinMs * Math.random(),
		);
	}

	socket.on("snapshot", (message: unknown) => {
		const parsed = snapshotSchema.safeParse(message);
		if (!parsed.success) return resync();
		clearTimeout(offlineTimer);
		offlineTimer = undefined;
		store.begin(parsed.data);
		store.setConnection("live");
		for (const envelope of pending.envelopes()) transmit(envelope);
	});

	socket.on("change", (message: unknown) => {
		const parsed = changeSchema.safeParse(message);
		if (!parsed.success) return resync();
		const { snapshot } = store.state();
		// A change that was on its way while a resync overtook it is part of that snapshot already.
		if (parsed.data.version < snapshot.version) return;
		try {
			store.advance(applyChange(snapshot, parsed.data));
		} catch (error) {
			if (!(error instanceof z.core.$ZodError)) throw error;
			resync();
		}
	});

	socket.on("disconnect", (reason) => {
		if (reason === "io client disconnect") return;
		lineLost();
		// Whoever was put out is to hear why soon.
		if (reason === "io server disconnect") retryLater(SPREAD_MS);
	});

	socket.on("connect_error", (error: Error & { data?: unknown }) => {
		const refused = refusalDataSchema.safeParse(error.data);
		if (refused.success && FINAL.has(refused.data.code)) {
			clearTimeout(offlineTimer);
			pending.giveUp();
			store.refuse(refused.data.code);
			return;
		}
		lineLost();
		if (!socket.active) retryLater();
	});

	const leaving = new AbortController();
	if (typeof window !== "undefined") {
		// The browser knows sooner than a heartbeat; when the network is back, the room does not dial in one moment.
		const { signal } = leaving;
		window.addEventListener("offline", () => socket.io.engine?.close(), { signal });
		window.addEventListener("online", () => retryLater(SPREAD_MS), { signal });
	}

	return {
		send(command) {
			const envelope: Envelope = { id: newCommandId(), ...command };
			const answer = pending.add(envelope);
			if (socket.connected && store.state().connection === "live") transmit(envelope);
			return answer;
		},
		close() {
			leaving.abort();
			clearTimeout(offlineTimer);
			clearTimeout(retryTimer);
			pending.giveUp();
			socket.disconnect();
		},
	};
}
