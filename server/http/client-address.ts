import type { IncomingMessage } from "node:http";
import { type Application, type Request, request } from "express";

/**
 * The key under which failed guesses of one client are counted: its address as Express sees it behind `TRUST_PROXY`,
 * an IPv6 one cut to its /64. It is kept in memory only and never logged.
 */
export function clientKey(request: Pick<Request, "ip">): string {
	return addressKey(request.ip ?? "");
}

/** The same for a request that Express never saw, such as a socket's handshake. */
export function handshakeKey(app: Application): (request: IncomingMessage) => string {
	return ({ socket, headers }) => {
		const seen: Request = Object.create(request, {
			app: { value: app },
			socket: { value: socket },
			headers: { value: headers },
		});
		return clientKey(seen);
	};
}

export function addressKey(address: string): string {
	const bare = address.replace(/^::ffff:/, "");
	if (!bare.includes(":")) return bare;
	const [head = "", tail] = bare.split("::");
	const left = head === "" ? [] : head.split(":");
	const right = tail === undefined || tail === "" ? [] : tail.split(":");
	const zeros = tail === undefined ? [] : Array<string>(Math.max(0, 8 - left.length - right.length)).fill("0");
	return [...left, ...zeros, ...right].slice(0, 4).join(":");
}
