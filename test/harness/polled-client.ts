import { io, type Socket } from "socket.io-client";
import { PolledLines } from "../../app/worksheet/document/polled-lines.ts";
import { polledSockets } from "../../app/worksheet/document/polled-socket.ts";
import { readServerMessage, type ServerMessage } from "../../server/sync/bench-client.ts";
import { LineEnd, POLLED_NAMESPACE } from "../../worksheets/contract/polled-line.ts";

/** A socket of the namespace `/sync` that knows no WebSockets. */
export function polledNamespace(url: string, token?: string, headers: Record<string, string> = {}): Socket {
	return io(`${url}${POLLED_NAMESPACE}`, {
		...(token === undefined ? {} : { auth: { token } }),
		transports: ["polling"],
		extraHeaders: headers,
		forceNew: true,
		reconnectionDelay: 100,
		reconnectionDelayMax: 300,
	});
}

/** What a provider takes for `WebSocket`, as the app's pages have it. */
export function polledClass(socket: Socket): typeof WebSocket {
	return polledSockets(new PolledLines(socket));
}

/** A polled line that speaks frames: for everything a well-behaved provider would not send. */
export class RawPolled {
	readonly socket: Socket;
	readonly received: ServerMessage[] = [];
	readonly closed: Promise<number | undefined>;
	/** Parts received and sent, as they were on the wire. */
	readonly parts: { number: number; data: string }[] = [];
	readonly sent: { number: number; data: string }[] = [];
	readonly end: LineEnd;
	/** The server's word on what it has taken. */
	takenByServer = 0;
	/** Says nothing of what it has taken, as a tab that was put to sleep. */
	deaf: boolean;
	readonly #line: number;
	readonly #watchers = new Set<() => void>();
	#over = false;

	constructor(socket: Socket, document: string, { deaf = false, line = 1 } = {}) {
		this.socket = socket;
		this.deaf = deaf;
		this.#line = line;
		this.end = new LineEnd(
			{
				part: (number, data) => {
					this.sent.push({ number, data });
					socket.emit("part", { line, number, data });
				},
				taken: (number) => this.deaf || socket.emit("taken", { line, number }),
				later: (run) => {
					const timer = setTimeout(run, 20);
					return () => clearTimeout(timer);
				},
			},
			64 * 1024 * 1024,
		);
		socket.on("part", (part: { line: number; number: number; data: string }) => {
			if (part.line !== line) return;
			this.parts.push(part);
			const frames = this.end.receive(part.number, part.data);
			if (typeof frames === "string") throw new Error(frames);
			for (const frame of frames) this.received.push(readServerMessage(frame));
			this.#look();
		});
		socket.on("taken", (taken: { line: number; number: number }) => {
			if (taken.line !== line) return;
			this.takenByServer = taken.number;
			this.end.taken(taken.number);
			this.#look();
		});
		socket.on("ping", () => this.deaf || socket.emit("pong", { line }));
		this.closed = new Promise((resolve) => {
			socket.on("close", (close: { line: number; code?: number }) => {
				if (close.line !== line) return;
				if (!this.deaf) socket.emit("close", { line });
				resolve(close.code);
			});
			socket.on("disconnect", () => resolve(undefined));
		});
		void this.closed.then(() => {
			this.#over = true;
			this.#look();
		});
		socket.emit("open", { line, document });
	}

	send(...frames: Uint8Array[]): void {
		for (const frame of frames) this.end.push(frame);
		this.end.flush();
	}

	/** A part as it is, whatever the window says. */
	force(number: number, data: string): void {
		this.socket.emit("part", { line: this.#line, number, data });
	}

	/** Resolves when it is so; throws when the line ends before. */
	async when(condition: () => boolean): Promise<void> {
		while (!condition()) {
			if (this.#over) throw new Error("closed while waiting");
			await new Promise<void>((resolve) => this.#watchers.add(resolve));
		}
	}

	async until(fits: (message: ServerMessage) => boolean): Promise<ServerMessage> {
		let found: ServerMessage | undefined;
		await this.when(() => {
			found = this.received.find(fits);
			return found !== undefined;
		});
		if (found === undefined) throw new Error("not found");
		return found;
	}

	async saved(count: number): Promise<void> {
		await this.until((message) => message.type === "saved" && message.count >= count);
	}

	#look(): void {
		for (const wake of this.#watchers) wake();
		this.#watchers.clear();
	}
}
