import "../../parsing.ts";
import type { Socket } from "socket.io-client";
import { closeLineSchema, partSchema, pingSchema, takenSchema } from "../../../worksheets/contract/polled-line.ts";

/** One sheet's line as those see it who carry its messages. */
export interface PolledLine {
	readonly document: string;
	/** The server can be spoken to. */
	ready(): void;
	part(number: number, data: string): void;
	taken(number: number): void;
	/** The server has ended the line, or it is lost; then there is no code. */
	lost(code?: number): void;
}

/** The session's line dials, and knows best when; a page whose sheet waits longer than this dials itself. */
const DIAL_AFTER_MS = 2_500;

/** A sheet that is dialled anew needs the namespace again at once, in milliseconds. */
const REST_AFTER_MS = 1_000;

/** The polled sheets of one page: many lines, numbered, in one socket.io namespace. */
export class PolledLines {
	readonly #socket: Socket;
	readonly #lines = new Map<number, PolledLine>();
	/** Never reused, so that what is late for an old line cannot meet a new one. */
	#last = 0;
	#waiting: (() => void) | null = null;

	/** `socket`: of the namespace `/sync`. */
	constructor(socket: Socket) {
		this.#socket = socket;
		this.#socket.on("connect", () => {
			for (const [number, line] of [...this.#lines]) this.#begin(number, line);
		});
		this.#socket.on("disconnect", () => this.#loseAll());
		this.#socket.on("connect_error", () => {
			// Where socket.io does not try again by itself, the lines' owners decide when to.
			if (!this.#socket.active) this.#loseAll();
		});
		this.#socket.on("part", (message: unknown) => {
			const { success, data } = partSchema.safeParse(message);
			if (success) this.#lines.get(data.line)?.part(data.number, data.data);
		});
		this.#socket.on("taken", (message: unknown) => {
			const { success, data } = takenSchema.safeParse(message);
			if (success) this.#lines.get(data.line)?.taken(data.number);
		});
		this.#socket.on("ping", (message: unknown) => {
			const { success, data } = pingSchema.safeParse(message);
			if (success && this.#lines.has(data.line)) this.#socket.emit("pong", { line: data.line });
		});
		this.#socket.on("close", (message: unknown) => {
			const { success, data } = closeLineSchema.safeParse(message);
			if (!success) return;
			this.#socket.emit("close", { line: data.line });
			this.#drop(data.line)?.lost(data.code);
		});
	}

	/** Returns the line's number; `ready` follows, never at once. */
	add(line: PolledLine): number {
		this.#last += 1;
		const number = this.#last;
		this.#lines.set(number, line);
		if (this.#socket.connected) queueMicrotask(() => this.#lines.get(number) === line && this.#begin(number, line));
		else this.#dial();
		return number;
	}

	/** Ends a line from this side. */
	remove(number: number): void {
		if (this.#lines.has(number) && this.#socket.connected) this.#socket.emit("close", { line: number });
		this.#drop(number);
	}

	part(line: number, number: number, data: string): void {
		this.#socket.emit("part", { line, number, data });
	}

	taken(line: number, number: number): void {
		this.#socket.emit("taken", { line, number });
	}

	#begin(number: number, line: PolledLine): void {
		if (!this.#socket.connected) return;
		this.#socket.emit("open", { line: number, document: line.document });
		line.ready();
	}

	#loseAll(): void {
		const lines = [...this.#lines.keys()];
		for (const number of lines) this.#drop(number)?.lost();
	}

	#drop(number: number): PolledLine | undefined {
		const line = this.#lines.get(number);
		this.#lines.delete(number);
		if (this.#lines.size === 0) this.#rest();
		return line;
	}

	#dial(): void {
		if (this.#socket.active || this.#waiting !== null) return;
		const manager = this.#socket.io;
		const connect = () => {
			this.#waiting?.();
			this.#socket.connect();
		};
		const timer = setTimeout(connect, manager.engine?.readyState === "open" ? 0 : DIAL_AFTER_MS);
		manager.once("open", connect);
		this.#waiting = () => {
			clearTimeout(timer);
			manager.off("open", connect);
			this.#waiting = null;
		};
	}

	/** With no line left, nothing of ours is to keep the page's line from ending or starting over. */
	#rest(): void {
		this.#waiting?.();
		if (!this.#socket.connected) {
			this.#socket.disconnect();
			return;
		}
		setTimeout(() => this.#lines.size === 0 && this.#socket.disconnect(), REST_AFTER_MS);
	}
}
