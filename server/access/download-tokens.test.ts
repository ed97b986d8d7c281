import { expect, test } from "vitest";
import { systemRandom } from "../random.ts";
import { createDownloadTokens } from "./download-tokens.ts";
import { createTokens } from "./tokens.ts";

const REFUSED = { ok: false, refused: "unauthenticated" };
const anna = { workshopId: "w".padEnd(22, "-"), role: "participant", participantId: "anna" } as const;

function door() {
	const clock = { time: 1_000, now: () => clock.time };
	const tickets = createDownloadTokens(createTokens(new Uint8Array(32), systemRandom), clock);
	const issue = (target = "w/export.pdf") => {
		const issued = tickets.issue(anna, target);
		if (!issued.ok) throw new Error(issued.refused);
		return issued.value;
	};
	return { clock, tickets, issue };
}

test("a ticket opens its file once", () => {
	const { tickets, issue } = door();
	const { secret } = issue();
	expect(secret).toMatch(/^[\w-]{43}$/);
	expect(tickets.redeem(secret, "w/export.pdf", { look: true })).toEqual({ ok: true, value: anna });
	expect(tickets.redeem(secret, "w/export.pdf")).toEqual({ ok: true, value: anna });
	expect(tickets.redeem(secret, "w/export.pdf")).toEqual(REFUSED);
});

test("another file's ticket opens nothing, and is gone", () => {
	const { tickets, issue } = door();
	const { secret } = issue();
	expect(tickets.redeem(secret, "w/export.docx")).toEqual(REFUSED);
	expect(tickets.redeem(secret, "w/export.pdf")).toEqual(REFUSED);
	expect(tickets.redeem("made up", "w/export.pdf")).toEqual(REFUSED);
});

test("after a minute it is too old", () => {
	const { clock, tickets, issue } = door();
	const { secret, expiresAt } = issue();
	expect(expiresAt).toBe(61_000);
	clock.time = 60_999;
	expect(tickets.redeem(secret, "w/export.pdf", { look: true }).ok).toBe(true);
	clock.time = 61_000;
	expect(tickets.redeem(secret, "w/export.pdf")).toEqual(REFUSED);
});

test("nobody has more than twenty at once; they come back with time", () => {
	const { clock, tickets, issue } = door();
	for (let count = 0; count < 20; count++) issue();
	expect(tickets.issue(anna, "w/export.pdf")).toMatchObject({ ok: false, refused: "too-many-requests" });
	expect(tickets.issue({ ...anna, participantId: "ben" }, "w/export.pdf").ok).toBe(true);
	clock.time += 60_000;
	expect(tickets.issue(anna, "w/export.pdf").ok).toBe(true);
});
