import { randomUUID } from "node:crypto";
import { io, type Socket } from "socket.io-client";
import { applyChange } from "../../worksheets/contract/apply-facts.ts";
import { changeSchema } from "../../worksheets/contract/change.ts";
import { type CommandAnswer, commandAnswerSchema } from "../../worksheets/contract/command-answer.ts";
import { type Snapshot, snapshotSchema } from "../../worksheets/contract/snapshot.ts";
import { Conditions } from "./conditions.ts";

export interface SessionClient extends AsyncDisposable {
	socket: Socket;
	snapshot(): Snapshot;
	command(command: { type: string; id?: string } & Record<string, unknown>): Promise<CommandAnswer>;
	/** Resolves as soon as the client's own copy of the session fulfils the condition. */
	until(condition: (snapshot: Snapshot) => boolean): Promise<Snapshot>;
}

/**
 * A person at the session socket, holding a copy of the session as the browser does. Without a token the cookie among
 * the headers counts. Rejects where it is refused.
 */
export async function connectSession(
	url: string,
	token: string | undefined,
	extraHeaders: Record<string, string> = {},
): Promise<SessionClient> {
	const socket = io(`${url}/session`, {
		auth: token === undefined ? {} : { token },
		extraHeaders,
		transports: ["websocket"],
		forceNew: true,
	});
	let current: Snapshot | undefined;
	const conditions = new Conditions();
	socket.on("snapshot", (value: unknown) => {
		current = snapshotSchema.parse(value);
		conditions.look();
	});
	socket.on("change", (value: unknown) => {
		if (current) current = applyChange(current, changeSchema.parse(value));
		conditions.look();
	});
	const snapshot = () => {
		if (!current) throw new Error("no snapshot yet");
		return current;
	};
	await new Promise<void>((resolve, reject) => {
		socket.once("snapshot", () => resolve());
		socket.once("connect_error", (error) => {
			socket.disconnect();
			reject(error);
		});
	});
	return {
		socket,
		snapshot,
		command: async (command) =>
			commandAnswerSchema.parse(await socket.emitWithAck("command", { id: randomUUID(), ...command })),
		async until(condition) {
			let met = snapshot();
			await conditions.until(() => {
				met = snapshot();
				return condition(met);
			});
			return met;
		},
		async [Symbol.asyncDispose]() {
			socket.disconnect();
		},
	};
}
