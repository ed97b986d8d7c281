import { describe, expect, test } from "vitest";
import { connectSession } from "../harness/session-client.ts";
import { accept, line, openWorkshop, problem, type Stage, stage } from "./stage.ts";

const ALLOWED_FAILURES = 20;

async function guessCodes({ api }: Stage, headers: Record<string, string> = {}): Promise<void> {
	for (let guess = 0; guess < ALLOWED_FAILURES; guess++) {
		const response = await api.call("POST", "/api/workshops/ABCDEFGHJ/join", { body: { name: "Kim" }, headers });
		expect(response.status).toBe(404);
	}
}

describe("after many failures from one address", () => {
	test("codes are no longer tried, while everybody behind it with a token goes on", async () => {
		const current = await stage();
		const { api, url } = current;
		const workshop = await openWorkshop(current, { people: 1 });
		await guessCodes(current);
		const again = await api.call("POST", "/api/workshops/ABCDEFGHJ/join", { body: { name: "Kim" } });
		expect(again.headers.get("retry-after")).toBe("60");
		expect(await problem(again)).toMatchObject({ status: 429, code: "too-many-requests" });

		expect((await api.snapshot(workshop.id, workshop.facilitatorToken)).participants).toHaveLength(1);
		accept(await workshop.lead.command({ type: "session.start" }));
		const [person] = workshop.people;
		expect((await line(url, person?.token ?? "")).snapshot().workshop.status).toBe("running");
	});

	test("unknown tokens are no longer tried, over HTTP and over the socket", async () => {
		const current = await stage();
		const { api, url } = current;
		const { id } = await api.create();
		for (let guess = 0; guess < ALLOWED_FAILURES; guess++) {
			const response = await api.call("GET", `/api/workshops/${id}`, { token: `guess-${guess}` });
			expect(response.status).toBe(401);
		}
		expect(await problem(await api.call("GET", `/api/workshops/${id}`, { token: "one-more" }))).toMatchObject({
			status: 429,
		});
		await expect(connectSession(url, "one-more-token-that-nobody-has")).rejects.toMatchObject({
			data: { code: "too-many-requests" },
		});
	});

	test("others behind a trusted proxy are counted by their own address", async () => {
		const current = await stage({ environment: { TRUST_PROXY: "1" } });
		const { api, url } = current;
		await guessCodes(current, { "X-Forwarded-For": "203.0.113.7" });
		const from = async (address: string) =>
			(
				await api.call("POST", "/api/workshops/ABCDEFGHJ/join", {
					body: { name: "Kim" },
					headers: { "X-Forwarded-For": address },
				})
			).status;
		expect(await from("203.0.113.7")).toBe(429);
		expect(await from("203.0.113.8")).toBe(404);
		const guess = (address: string) => connectSession(url, "a-token-that-nobody-has", { "X-Forwarded-For": address });
		await expect(guess("203.0.113.7")).rejects.toMatchObject({ data: { code: "too-many-requests" } });
		await expect(guess("203.0.113.9")).rejects.toMatchObject({ data: { code: "unauthenticated" } });
	});
});

test("a wrong creation password is a failure like any other", async () => {
	const { api } = await stage({ environment: { CREATE_PASSWORD: "sesame" } });
	const create = (password: string) =>
		api.call("POST", "/api/workshops", { body: { template: "must-want-can", password } });
	for (let guess = 0; guess < ALLOWED_FAILURES; guess++) expect((await create(`guess ${guess}`)).status).toBe(401);
	expect(await problem(await create("sesame"))).toMatchObject({ status: 429 });
});
