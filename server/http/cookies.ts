import type { IncomingMessage } from "node:http";
import { idSchema } from "../../worksheets/contract/ids.ts";

/**
 * One cookie per workshop holds a person's token. Over https it carries the `__Host-` prefix, which pins it to this
 * host; plain http cannot, but a workshop in a LAN must work too.
 */
const SECURE_PREFIX = "__Host-arena-";
const PLAIN_PREFIX = "arena-";
/** Behind the token on a device that several people use; no token holds a dot. */
const SHARED_SUFFIX = ".shared";
const MAX_AGE_SECONDS = 180 * 24 * 3600;

function cookieName(workshopId: string, secure: boolean): string {
	return (secure ? SECURE_PREFIX : PLAIN_PREFIX) + workshopId;
}

/** A `Set-Cookie` value. `shared`: a device used by several people forgets it with the browser's session. */
export function sessionCookie(options: {
	workshopId: string;
	token: string;
	secure: boolean;
	shared?: boolean;
}): string {
	const lifetime = options.shared ? "" : `; Max-Age=${MAX_AGE_SECONDS}`;
	const value = options.token + (options.shared ? SHARED_SUFFIX : "");
	return `${cookieName(options.workshopId, options.secure)}=${value}; Path=/; HttpOnly; SameSite=Lax${lifetime}${options.secure ? "; Secure" : ""}`;
}

export function clearedCookie(workshopId: string, secure: boolean): string {
	return `${cookieName(workshopId, secure)}=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0${secure ? "; Secure" : ""}`;
}

/** The tokens a browser brings, by workshop. The secure cookie wins over a plain one of the same workshop. */
export function workshopTokens(cookieHeader: string | null | undefined): Map<string, string> {
	return new Map([...workshopCookies(cookieHeader)].map(([id, value]) => [id, value.replace(SHARED_SUFFIX, "")]));
}

/** Whether the person said, when joining, that several people use this device. */
export function isSharedDevice(cookieHeader: string | null | undefined, workshopId: string): boolean {
	return workshopCookies(cookieHeader).get(workshopId)?.endsWith(SHARED_SUFFIX) ?? false;
}

function workshopCookies(cookieHeader: string | null | undefined): Map<string, string> {
	const values = new Map<string, string>();
	const cookies = (cookieHeader ?? "").split(";").map((part) => part.trim());
	for (const prefix of [PLAIN_PREFIX, SECURE_PREFIX]) {
		for (const cookie of cookies) {
			const equals = cookie.indexOf("=");
			if (equals < 0 || !cookie.startsWith(prefix)) continue;
			const workshopId = cookie.slice(prefix.length, equals);
			const value = cookie.slice(equals + 1);
			if (idSchema.safeParse(workshopId).success && value !== "") values.set(workshopId, value);
		}
	}
	return values;
}

export function bearerToken(request: IncomingMessage): string | null {
	const match = /^Bearer ([A-Za-z0-9._~+/=-]{1,256})$/i.exec(request.headers.authorization ?? "");
	return match?.[1] ?? null;
}
