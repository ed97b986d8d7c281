import { createShell } from "./shell.ts";
import { parseShellMessage } from "./shell-message.ts";

/** The build puts these in: see server/build/service-worker.mjs. */
declare const ARENA_VERSION: string;
declare const ARENA_ASSETS: readonly string[];

/** What a service worker's global scope has beyond a window's; TypeScript cannot load both libraries in one project. */
interface WorkerScope {
	location: Location;
	clients: {
		claim(): Promise<void>;
		matchAll(options: { type: "window"; includeUncontrolled: true }): Promise<unknown[]>;
	};
	skipWaiting(): Promise<void>;
	addEventListener(type: "install" | "activate", listener: (event: LastingEvent) => void): void;
	addEventListener(type: "fetch", listener: (event: FetchEvent) => void): void;
	addEventListener(type: "message", listener: (event: LastingEvent & { data: unknown }) => void): void;
}
interface LastingEvent {
	waitUntil(work: Promise<unknown>): void;
}
interface FetchEvent extends LastingEvent {
	request: Request;
	respondWith(response: Promise<Response>): void;
}
declare const self: WorkerScope;

const shell = createShell({
	caches,
	fetch: (request, init) => fetch(request, init),
	now: Date.now,
	origin: self.location.origin,
	version: ARENA_VERSION,
	assets: ARENA_ASSETS,
});

self.addEventListener("install", (event) => event.waitUntil(shell.install()));
self.addEventListener("activate", (event) => event.waitUntil(shell.activate().then(() => self.clients.claim())));
self.addEventListener("fetch", (event) => {
	const answer = shell.answer(event.request);
	if (answer !== null) event.respondWith(answer);
});
self.addEventListener("message", (event) => {
	const message = parseShellMessage(event.data);
	if (message?.type === "keep") event.waitUntil(shell.keep(message.path));
	if (message?.type === "take-over") event.waitUntil(takeOver());
});

/** A page of an older build may still want its files: it is left alone until it is the only one no more. */
async function takeOver(): Promise<void> {
	const windows = await self.clients.matchAll({ type: "window", includeUncontrolled: true });
	if (windows.length <= 1) await self.skipWaiting();
}
