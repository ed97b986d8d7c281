import { once } from "node:events";
import { createServer, type IncomingMessage, request, type ServerResponse } from "node:http";
import type { AddressInfo, Socket } from "node:net";
import { connect } from "node:net";
import type { Duplex } from "node:stream";

/** What a network on the way may do to the lines of an office. */
export interface ProxyHabits {
	/** What becomes of WebSockets; „swallow“ never answers, `cutAfterMs` lets each one live for so long. */
	upgrades: "pass" | "swallow" | { refuse: 400 | 403 | 426 } | { cutAfterMs: number };
	/** Connections without a byte for so long are cut. */
	idleMs: number | null;
	/** Answers are passed on when they are whole. */
	buffers: boolean;
	/** „portal“ answers everything with a page of its own, „away“ hangs up on everybody. */
	state: "through" | "portal" | "away";
}

export interface TestProxy extends AsyncDisposable {
	url: string;
	/** Takes on other habits; of what is under way, that ends which no longer fits. */
	be(habits: Partial<ProxyHabits>): void;
	/** Sends what comes next to another server. */
	lead(target: string): void;
	requests(): number;
}

const PORTAL = "<!doctype html><title>WLAN</title><p>Bitte melden Sie sich an.</p>";

/** A proxy between a client and the server at `target`, with the habits of proxies. */
export async function startProxy(target: string, habits: Partial<ProxyHabits> = {}): Promise<TestProxy> {
	let upstream = new URL(target);
	let requests = 0;
	const sockets = new Set<Duplex>();
	const upgraded = new Set<Duplex>();
	const proxy: ProxyHabits = { upgrades: "pass", idleMs: null, buffers: false, state: "through", ...habits };

	const keep = (socket: Duplex) => {
		sockets.add(socket);
		socket.on("error", () => socket.destroy());
		socket.once("close", () => sockets.delete(socket));
	};
	const cutAll = () => {
		for (const socket of sockets) socket.destroy();
	};

	const server = createServer((incoming, answer) => {
		requests += 1;
		if (proxy.state === "portal") {
			answer.writeHead(200, { "Content-Type": "text/html" }).end(PORTAL);
			incoming.resume();
			return;
		}
		forward(incoming, answer);
	});
	server.on("connection", (socket: Socket) => {
		keep(socket);
		if (proxy.state === "away") socket.destroy();
		if (proxy.idleMs !== null) socket.setTimeout(proxy.idleMs, () => socket.destroy());
	});
	server.on("upgrade", (incoming: IncomingMessage, socket: Socket, head: Buffer) => {
		upgraded.add(socket);
		socket.once("close", () => upgraded.delete(socket));
		const { upgrades, state } = proxy;
		if (state === "portal") {
			socket.end(`HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: ${PORTAL.length}\r\n\r\n${PORTAL}`);
		} else if (upgrades === "swallow") {
			socket.resume();
		} else if (typeof upgrades === "object" && "refuse" in upgrades) {
			socket.end(`HTTP/1.1 ${upgrades.refuse} No\r\nContent-Length: 0\r\nConnection: close\r\n\r\n`);
		} else {
			tunnel(incoming, socket, head);
			if (typeof upgrades === "object") setTimeout(() => socket.destroy(), upgrades.cutAfterMs);
		}
	});

	function forward(incoming: IncomingMessage, answer: ServerResponse): void {
		const { method, headers, url: path } = incoming;
		const onward = request({ host: upstream.hostname, port: upstream.port, method, headers, path }, (got) => {
			if (!proxy.buffers) {
				answer.writeHead(got.statusCode ?? 502, got.headers);
				got.pipe(answer);
				return;
			}
			const chunks: Buffer[] = [];
			got.on("data", (chunk: Buffer) => chunks.push(chunk));
			got.on("end", () => {
				answer.writeHead(got.statusCode ?? 502, got.headers);
				answer.end(Buffer.concat(chunks));
			});
		});
		onward.on("error", () => answer.destroy());
		answer.on("close", () => onward.destroy());
		incoming.pipe(onward);
	}

	function tunnel(incoming: IncomingMessage, socket: Socket, head: Buffer): void {
		const onward = connect(Number(upstream.port), upstream.hostname, () => {
			const lines = [`${incoming.method} ${incoming.url} HTTP/1.1`];
			for (let index = 0; index < incoming.rawHeaders.length; index += 2) {
				lines.push(`${incoming.rawHeaders[index]}: ${incoming.rawHeaders[index + 1]}`);
			}
			onward.write(`${lines.join("\r\n")}\r\n\r\n`);
			onward.write(head);
			onward.pipe(socket);
			socket.pipe(onward);
		});
		keep(onward);
		onward.once("close", () => socket.destroy());
		socket.once("close", () => onward.destroy());
	}

	server.listen(0, "127.0.0.1");
	await once(server, "listening");
	const { port } = server.address() as AddressInfo;
	return {
		url: `http://127.0.0.1:${port}`,
		be(next) {
			Object.assign(proxy, next);
			if (next.state !== undefined) cutAll();
			if (next.upgrades !== undefined) for (const socket of upgraded) socket.destroy();
		},
		lead(next) {
			upstream = new URL(next);
			cutAll();
		},
		requests: () => requests,
		async [Symbol.asyncDispose]() {
			cutAll();
			server.close();
			await once(server, "close");
		},
	};
}
