import { existsSync } from "node:fs";
import type { Server } from "node:http";
import { pathToFileURL } from "node:url";
import { createRequestHandler } from "@remix-run/express";
import type { AppLoadContext, ServerBuild } from "@remix-run/node";
import express, { type RequestHandler, type Response, Router } from "express";
import { z } from "zod";
import { projectPath } from "../project-path.ts";

export interface RemixApp {
	/** Assets first, then pages. */
	handler: RequestHandler;
	close(): Promise<void>;
}

export type LoadContext = (request: express.Request, response: Response) => AppLoadContext;

const buildSchema = z.custom<ServerBuild>(
	(value) => typeof value === "object" && value !== null && "routes" in value && "entry" in value,
	"not a Remix server build",
);

/** The pages as `npm run build` made them. Hashed assets may be kept for ever; everything else is asked for again. */
export async function builtApp(getLoadContext: LoadContext): Promise<RemixApp> {
	const entry = projectPath("build/app/server/index.js");
	if (!existsSync(entry)) throw new Error("the app is not built: run npm run build");
	const build = buildSchema.parse(await import(pathToFileURL(entry).href));
	const client = projectPath("build/app/client");
	const router = Router();
	router.use("/assets", express.static(`${client}/assets`, { immutable: true, maxAge: "1y", fallthrough: false }));
	router.use(express.static(client, { maxAge: "1h", index: false, setHeaders: askAgainForWorker }));
	router.all("*", createRequestHandler({ build, getLoadContext, mode: "production" }));
	return { handler: router, close: async () => {} };
}

/** A worker that an update has replaced must not come out of a cache. */
function askAgainForWorker(response: Response, path: string): void {
	if (path.endsWith("/sw.js")) response.setHeader("Cache-Control", "no-cache");
}

/** The pages straight from source with hot reloading, on the same port. */
export async function developmentApp(server: Server, getLoadContext: LoadContext): Promise<RemixApp> {
	const { createServer } = await import("vite");
	const vite = await createServer({ server: { middlewareMode: true, hmr: { server } }, appType: "custom" });
	const router = Router();
	router.use(vite.middlewares);
	router.all(
		"*",
		createRequestHandler({
			build: async () => buildSchema.parse(await vite.ssrLoadModule("virtual:remix/server-build")),
			getLoadContext,
			mode: "development",
		}),
	);
	return { handler: router, close: () => vite.close() };
}
