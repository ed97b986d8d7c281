import * as decoding from "lib0/decoding";
import { WebSocket } from "ws";
import { EMPTY_STEP2, RawClient } from "../../server/sync/bench-client.ts";
import { MESSAGE } from "../../worksheets/contract/close-codes.ts";

/** Sends frames one by one and learns of each what became of it. Comes back whenever it is thrown out. */
export class Attacker {
	readonly #url: string;
	readonly #token: string;
	#client: RawClient | null = null;
	#counted = 0;
	#frames = 0;

	constructor(url: string, token: string) {
		this.#url = url;
		this.#token = token;
	}

	/** Resolves with the code that the frame was answered with, or with „open“ once a message after it was counted. */
	async provoke(frame: Uint8Array | string): Promise<number | "open"> {
		const client = await this.#enter();
		client.socket.send(frame);
		client.socket.send(EMPTY_STEP2);
		this.#counted += (isDocumentMessage(frame) ? 1 : 0) + 1;
		this.#frames += 1;
		const counted = client.saved(this.#counted).then(
			() => "open" as const,
			() => client.closed,
		);
		const outcome = await counted;
		if (outcome !== "open" || this.#frames >= 200) await this.leave();
		return outcome;
	}

	async leave(): Promise<void> {
		const client = this.#client;
		this.#client = null;
		client?.socket.close();
		await client?.closed;
	}

	async #enter(): Promise<RawClient> {
		if (this.#client !== null && this.#client.socket.readyState === WebSocket.OPEN) return this.#client;
		const client = new RawClient(this.#url, this.#token);
		await client.until(({ type }) => type === "step1");
		[this.#client, this.#counted, this.#frames] = [client, 0, 0];
		return client;
	}
}

/** Whether the server has to count a frame when it keeps the line open after it. */
function isDocumentMessage(frame: Uint8Array | string): boolean {
	if (typeof frame === "string") return false;
	try {
		const decoder = decoding.createDecoder(frame);
		return decoding.readVarUint(decoder) === MESSAGE.sync && [1, 2].includes(decoding.readVarUint(decoder));
	} catch {
		return false;
	}
}
