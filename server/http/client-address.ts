import type { Request } from "express";

/**
 * The key under which failed guesses of one client are counted: its address as Express sees it behind `TRUST_PROXY`,
 * an IPv6 one cut to its /64. It is kept in memory only and never logged.
 */
export function clientKey(request: Pick<Request, "ip">): string {
	return addressKey(request.ip ?? "");
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
