import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import express from "express";
import { expect, onTestFinished, test } from "vitest";
import { createLogger } from "../logger.ts";
import { projectPath } from "../project-path.ts";
import { errorHandler } from "./error-handler.ts";

async function openApp(): Promise<string> {
	const app = express();
	app.use("/assets", express.static(projectPath("public"), { fallthrough: false }));
	app.post("/json", express.json({ limit: 100 }), (_request, response) => void response.json({}));
	app.get("/bug", () => {
		throw new Error("a bug");
	});
	app.use(errorHandler(createLogger("silent")));
	const server = createServer(app);
	await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
	onTestFinished(() => void server.close());
	return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const post = (body: string): RequestInit => ({ method: "POST", body, headers: { "Content-Type": "application/json" } });

test.each([
	["a file that is not there", "/assets/nothing.js", undefined, 404],
	["a path that leads elsewhere", "/assets/%2e%2e%2fpackage.json", undefined, 403],
	["a path that cannot be decoded", "/assets/%ff", undefined, 400],
	["a body that is no JSON", "/json", post("{"), 400],
	["a body that is too large", "/json", post(JSON.stringify("x".repeat(200))), 413],
	["a bug", "/bug", undefined, 500],
])("%s is told as a problem", async (_what, path, init, status) => {
	const response = await fetch((await openApp()) + path, init);
	expect(response.status).toBe(status);
	expect(response.headers.get("Content-Type")).toContain("application/problem+json");
	expect(await response.json()).toMatchObject({ status });
});
