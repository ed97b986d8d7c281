import { once } from "node:events";
import { type AddressInfo, connect, createServer, type Server, type Socket } from "node:net";

interface Pair {
	client: Socket;
	server: Socket;
	/** Nothing passes any more, and nobody is told. */
	dead: boolean;
}

/** A line to a server that can go bad in the ways lines do. */
export class BadLine implements AsyncDisposable {
	readonly #listener: Server;
	readonly #pairs = new Set<Pair>();
	/** What each connection lets through from the server in a second; none: all. */
	#bytesPerSecond: number | null = null;

	private constructor(targetPort: number) {
		this.#listener = createServer({ allowHalfOpen: true }, (client) => this.#join(client, targetPort));
	}

	static async to(targetPort: number): Promise<BadLine> {
		const line = new BadLine(targetPort);
		line.#listener.listen(0, "127.0.0.1");
		await once(line.#listener, "listening");
		return line;
	}

	get port(): number {
		return (this.#listener.address() as AddressInfo).port;
	}

	/** As a sleeping laptop or a forgetful firewall: those connected hear nothing any more, not even an end. */
	swallow(): void {
		for (const pair of this.#pairs) pair.dead = true;
	}

	/** Every connection there is ends at once, on both sides. */
	cut(): void {
		for (const { client, server } of this.#pairs) {
			client.destroy();
			server.destroy();
		}
	}

	throttle(bytesPerSecond: number | null): void {
		this.#bytesPerSecond = bytesPerSecond;
	}

	async [Symbol.asyncDispose](): Promise<void> {
		this.cut();
		this.#listener.close();
		await once(this.#listener, "close");
	}

	#join(client: Socket, targetPort: number): void {
		const server = connect(targetPort, "127.0.0.1");
		const pair: Pair = { client, server, dead: false };
		this.#pairs.add(pair);
		this.#carry(pair, client, server, () => null);
		this.#carry(pair, server, client, () => this.#bytesPerSecond);
		for (const side of [client, server]) {
			side.on("error", () => undefined);
			side.on("close", () => {
				if (!client.destroyed || !server.destroyed) return;
				this.#pairs.delete(pair);
			});
		}
	}

	#carry(pair: Pair, from: Socket, to: Socket, pace: () => number | null): void {
		from.on("data", (chunk: Buffer) => {
			if (pair.dead) return;
			const bytesPerSecond = pace();
			const mayGoOn = to.write(chunk);
			if (bytesPerSecond !== null) {
				from.pause();
				setTimeout(() => from.resume(), (chunk.length / bytesPerSecond) * 1_000);
			} else if (!mayGoOn) {
				from.pause();
				to.once("drain", () => from.resume());
			}
		});
		from.on("end", () => {
			if (!pair.dead) to.end();
		});
		from.on("close", () => {
			if (!pair.dead) to.destroy();
		});
	}
}
