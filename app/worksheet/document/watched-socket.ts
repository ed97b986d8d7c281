import type { SocketFate } from "./transport-choice.ts";

/** A WebSocket that has not opened by then is silent, and again after as long, in milliseconds. */
export const SILENT_AFTER_MS = 3_500;
/** One that lives longer than this is not cut by a proxy that cuts them all. */
export const LASTING_MS = 5_000;

/** RFC 6455's code of a line that ended without a close frame. */
const NO_CLOSE_FRAME = 1006;

/**
 * A WebSocket class that tells what becomes of each of its sockets, as long as it is not closed from this side. What
 * the server ends with a code of its own has got through.
 */
export function watchedSocket(Base: typeof WebSocket, onFate: (fate: SocketFate) => void): typeof WebSocket {
	return class WatchedSocket extends Base {
		readonly #silence: ReturnType<typeof setInterval>;
		#over = false;

		constructor(url: string | URL, protocols?: string | string[]) {
			super(url, protocols);
			let openedAt: number | null = null;
			this.#silence = setInterval(() => onFate("silent"), SILENT_AFTER_MS);
			this.addEventListener("open", () => {
				clearInterval(this.#silence);
				openedAt = performance.now();
			});
			this.addEventListener("close", ({ code }) => {
				clearInterval(this.#silence);
				if (this.#over) return;
				if (openedAt === null) onFate("refused");
				else if (code === NO_CLOSE_FRAME && performance.now() - openedAt < LASTING_MS) onFate("cut");
				else onFate("lasted");
			});
		}

		override close(code?: number, reason?: string): void {
			// With a code it is an answer to the server's close, which `ws` gives through this method.
			if (code === undefined) this.#over = true;
			clearInterval(this.#silence);
			super.close(code, reason);
		}
	};
}
