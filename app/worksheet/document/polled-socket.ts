import { LIMITS } from "../../../worksheets/contract/limits.ts";
import { LineEnd, POLLED_NAMESPACE, TELL_AFTER_MS } from "../../../worksheets/contract/polled-line.ts";
import { liveNamespace } from "../../live-line.ts";
import { PolledLines } from "./polled-lines.ts";

/** A whole document in one frame, with room to spare: our own server is trusted not to send more. */
const MOST_BYTES = 2 * LIMITS.documentBytes;

/** RFC 6455's code of a line that ended without a word, and of one that was ended here. */
const LOST = 1006;
const NO_CODE = 1005;

type Handler<Event> = ((event: Event) => void) | null;

/**
 * A class that y-websocket's provider takes for `WebSocket`: the same frames, through socket.io. `lines`: the page's
 * own, or those of a program.
 */
export function polledSockets(lines: PolledLines): typeof WebSocket {
	class PolledSocket {
		static readonly CONNECTING = 0;
		static readonly OPEN = 1;
		static readonly CLOSING = 2;
		static readonly CLOSED = 3;
		readonly CONNECTING = 0;
		readonly OPEN = 1;
		readonly CLOSING = 2;
		readonly CLOSED = 3;
		readonly url: string;
		readonly binaryType = "arraybuffer";
		readyState = 0;
		onopen: Handler<{ type: "open" }> = null;
		onmessage: Handler<{ type: "message"; data: ArrayBuffer }> = null;
		onclose: Handler<{ type: "close"; code: number; reason: string; wasClean: boolean }> = null;
		onerror: Handler<{ type: "error" }> = null;
		readonly #line: number;
		readonly #end: LineEnd;
		#flushing = false;

		/** `url`: as of the WebSocket, `…/sync/{documentId}`. */
		constructor(url: string | URL) {
			this.url = String(url);
			const later = (run: () => void) => {
				const timer = setTimeout(run, TELL_AFTER_MS);
				return () => clearTimeout(timer);
			};
			this.#line = lines.add({
				document: new URL(this.url).pathname.split("/").at(-1) ?? "",
				ready: () => {
					this.readyState = this.OPEN;
					this.onopen?.({ type: "open" });
				},
				part: (number, data) => this.#receive(number, data),
				taken: (number) => this.#end.taken(number) || this.#fail(),
				lost: (code) => this.#closed(code ?? LOST),
			});
			this.#end = new LineEnd(
				{
					part: (number, data) => lines.part(this.#line, number, data),
					taken: (number) => lines.taken(this.#line, number),
					later,
				},
				MOST_BYTES,
			);
		}

		get bufferedAmount(): number {
			return this.#end.waitingBytes;
		}

		send(data: ArrayBuffer | Uint8Array): void {
			if (this.readyState === this.CONNECTING) throw new DOMException("not open yet", "InvalidStateError");
			if (this.readyState !== this.OPEN) return;
			this.#end.push(data instanceof Uint8Array ? data : new Uint8Array(data));
			if (this.#flushing) return;
			this.#flushing = true;
			// What is written in one go leaves as one part.
			queueMicrotask(() => {
				this.#flushing = false;
				if (this.readyState === this.OPEN) this.#end.flush();
			});
		}

		close(): void {
			if (this.readyState >= this.CLOSING) return;
			this.readyState = this.CLOSING;
			if (this.#flushing) this.#end.flush();
			lines.remove(this.#line);
			queueMicrotask(() => this.#closed(NO_CODE));
		}

		#receive(number: number, data: string): void {
			const frames = this.#end.receive(number, data);
			if (typeof frames === "string") {
				this.#fail();
				return;
			}
			for (const frame of frames) {
				if (this.readyState === this.OPEN) this.onmessage?.({ type: "message", data: frame.slice().buffer });
			}
		}

		/** Something was lost on the way: whoever dials again gets it. */
		#fail(): void {
			lines.remove(this.#line);
			this.#closed(LOST);
		}

		#closed(code: number): void {
			if (this.readyState === this.CLOSED) return;
			this.readyState = this.CLOSED;
			this.#end.end();
			this.onclose?.({ type: "close", code, reason: "", wasClean: code !== LOST });
		}
	}
	// Not all of the DOM's interface: the part that the provider uses.
	const socket: unknown = PolledSocket;
	return socket as typeof WebSocket;
}

let ofPage: typeof WebSocket | undefined;

/** The class for this page's own server and cookie. */
export function pagePolledSockets(): typeof WebSocket {
	ofPage ??= polledSockets(new PolledLines(liveNamespace("", POLLED_NAMESPACE)));
	return ofPage;
}
