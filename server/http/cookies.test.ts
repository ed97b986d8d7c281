import { expect, test } from "vitest";
import { clearedCookie, isSharedDevice, sessionCookie, workshopTokens } from "./cookies.ts";

const workshopId = "AAAAAAAAAAAAAAAAAAAAAA";
const other = "BBBBBBBBBBBBBBBBBBBBBB";

test("over https the cookie is pinned to this host", () => {
	const cookie = sessionCookie({ workshopId, token: "t", secure: true });
	expect(cookie).toMatch(/^__Host-arena-A{22}=t; Path=\/; HttpOnly; SameSite=Lax; Max-Age=\d+; Secure$/);
});

test("over plain http it works without the prefix", () => {
	expect(sessionCookie({ workshopId, token: "t", secure: false })).toMatch(/^arena-A{22}=t; Path=\/; HttpOnly/);
});

test("a shared device forgets it with the browser's session", () => {
	expect(sessionCookie({ workshopId, token: "t", secure: true, shared: true })).not.toContain("Max-Age");
});

test("remembers of a shared device that it is one, beside the token", () => {
	const [cookie] = sessionCookie({ workshopId, token: "t", secure: false, shared: true }).split(";");
	expect(isSharedDevice(cookie, workshopId)).toBe(true);
	expect([...workshopTokens(cookie)]).toEqual([[workshopId, "t"]]);
	const [own] = sessionCookie({ workshopId, token: "t", secure: false }).split(";");
	expect([isSharedDevice(own, workshopId), isSharedDevice(cookie, other)]).toEqual([false, false]);
});

test("leaving ends the cookie of the same name", () => {
	expect(clearedCookie(workshopId, true)).toMatch(/^__Host-arena-A{22}=; .*Max-Age=0; Secure$/);
});

test("reads one token a workshop and prefers the secure cookie", () => {
	const header = `theme=dark; arena-${workshopId}=plain; __Host-arena-${workshopId}=secure; arena-${other}=second; arena-short=x; arena-${other}`;
	expect([...workshopTokens(header)]).toEqual([
		[workshopId, "secure"],
		[other, "second"],
	]);
	expect(workshopTokens(undefined).size).toBe(0);
});
