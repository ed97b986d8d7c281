import type { AddressInfo } from "node:net";
import express from "express";
import { expect, test } from "vitest";
import { sameSiteActions } from "./same-site-actions.ts";

async function post(headers: Record<string, string>, method = "POST"): Promise<number> {
	const app = express();
	app.use(sameSiteActions(null));
	app.use((_request, response) => {
		response.sendStatus(204);
	});
	const server = app.listen(0, "127.0.0.1");
	try {
		await new Promise((resolve) => server.once("listening", resolve));
		const { port } = server.address() as AddressInfo;
		const own = `http://127.0.0.1:${port}`;
		const sent = Object.fromEntries(
			Object.entries(headers).map(([name, value]) => [name, value === "own" ? own : value]),
		);
		return (await fetch(own, { method, headers: sent })).status;
	} finally {
		server.close();
	}
}

test.each([
	[{ Origin: "own" }, 204],
	[{ Origin: "null" }, 204],
	[{ Origin: "null", "Sec-Fetch-Site": "same-origin" }, 204],
	[{ Origin: "null", "Sec-Fetch-Site": "cross-site" }, 403],
	[{ Origin: "null", "Sec-Fetch-Site": "same-site" }, 403],
	[{ Origin: "https://evil.example" }, 403],
	[{}, 403],
])("a form with %j gets %i", async (headers, status) => {
	expect(await post(headers as Record<string, string>)).toBe(status);
});

test("reading needs no origin", async () => {
	expect(await post({}, "GET")).toBe(204);
});
