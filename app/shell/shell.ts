import { KEPT_FOR_MS, PAGE_PREFIX, pageCacheName, pagePath, SHELL_PREFIX } from "./page-cache.ts";

/** The parts of a service worker's world that the shell needs, so that a test can give it others. */
export interface ShellWorld {
	caches: Pick<CacheStorage, "open" | "keys" | "delete" | "has">;
	fetch(request: Request | string, init?: RequestInit): Promise<Response>;
	/** Epoch milliseconds. */
	now(): number;
	origin: string;
	/** Which build this worker belongs to, and the addresses of all files of its live page. */
	version: string;
	assets: readonly string[];
}

export interface Shell {
	/** Fetches all of this build's files, or fails: half a build is none. */
	install(): Promise<void>;
	/** Drops the files and pages of other builds, and pages that have been kept for too long. */
	activate(): Promise<void>;
	/** The answer to a request; null where it is none of the shell's business. */
	answer(request: Request): Promise<Response> | null;
	/** Fetches and keeps a page that was loaded before this worker was there. */
	keep(path: string): Promise<void>;
}

/** A network that has not answered a page for so long is taken to be away, where there is a page to fall back on. */
const PATIENCE_MS = 10_000;
const PAGE = /^\/w\/([A-Za-z0-9_-]{22})\/?$/;
/** Set by our server on every page: which build it is of, and whether this device may keep it. */
const BUILD = "Arena-Build";
const KEEP = "Arena-Keep";
const KEPT_AT = "Arena-Kept-At";
/** A proxy's way to say that our server is away. */
const GATEWAY_ERRORS = new Set([502, 503, 504]);

/**
 * Lets the live page load without a line. The page itself always comes from the server while that answers; its files
 * carry their content's hash in their names, so the kept ones are as good. Nothing of the API is kept.
 */
export function createShell({ caches, fetch, now, origin, version, assets }: ShellWorld): Shell {
	const shellCache = SHELL_PREFIX + version;

	async function asset(request: Request): Promise<Response> {
		const cache = await caches.open(shellCache);
		return (await cache.match(request, { ignoreVary: true })) ?? (await fetch(request));
	}

	async function page(request: Request, workshopId: string): Promise<Response> {
		const kept = await keptPage(workshopId);
		try {
			const answered = fetch(request);
			const response = await (kept === null ? answered : withPatience(answered));
			if (response === null) return kept ?? (await answered);
			if (!response.headers.has(BUILD)) {
				// Somebody else's: a captive portal is shown and never kept, a proxy in front of no server is no answer.
				return GATEWAY_ERRORS.has(response.status) ? (kept ?? response) : response;
			}
			await take(response.clone(), workshopId);
			return response;
		} catch (error) {
			if (kept === null) throw error;
			return kept;
		}
	}

	/** Keeps a page of ours, or forgets the one there is when the server no longer gives it to this device. */
	async function take(response: Response, workshopId: string): Promise<void> {
		if (response.status >= 500) return;
		if (!response.ok || response.headers.get(KEEP) === null) {
			await caches.delete(pageCacheName(workshopId));
			return;
		}
		// A newer build's page would ask for files that are not here; its own worker will keep it.
		if (response.headers.get(BUILD) !== version) return;
		const headers = new Headers(response.headers);
		for (const name of ["Content-Encoding", "Content-Length"]) headers.delete(name);
		headers.set(KEPT_AT, String(now()));
		const cache = await caches.open(pageCacheName(workshopId));
		await cache.put(pagePath(workshopId), new Response(await response.arrayBuffer(), { status: 200, headers }));
	}

	async function keptPage(workshopId: string): Promise<Response | null> {
		const name = pageCacheName(workshopId);
		if (!(await caches.has(name))) return null;
		const kept = await (await caches.open(name)).match(pagePath(workshopId), { ignoreVary: true });
		return kept !== undefined && isUsable(kept) ? kept : null;
	}

	function isUsable({ headers }: Response): boolean {
		const age = now() - Number(headers.get(KEPT_AT));
		return headers.get(BUILD) === version && age <= KEPT_FOR_MS;
	}

	/** Remix asks here for routes that a page links to; without a line it is to load them as pages when they are wanted. */
	async function routes(request: Request): Promise<Response> {
		try {
			return await fetch(request);
		} catch {
			return new Response(null, { status: 204, headers: { "X-Remix-Reload-Document": "true" } });
		}
	}

	return {
		async install() {
			const cache = await caches.open(shellCache);
			await cache.addAll([...assets]);
		},

		async activate() {
			for (const name of await caches.keys()) {
				const isOldShell = name.startsWith(SHELL_PREFIX) && name !== shellCache;
				const isOldPage = name.startsWith(PAGE_PREFIX) && (await keptPage(name.slice(PAGE_PREFIX.length))) === null;
				if (isOldShell || isOldPage) await caches.delete(name);
			}
		},

		answer(request) {
			const url = new URL(request.url);
			if (request.method !== "GET" || url.origin !== origin) return null;
			if (url.pathname.startsWith("/assets/")) return asset(request);
			if (url.pathname === "/__manifest") return routes(request);
			const workshopId = request.mode === "navigate" ? PAGE.exec(url.pathname)?.[1] : undefined;
			return workshopId === undefined ? null : page(request, workshopId);
		},

		async keep(path) {
			const workshopId = PAGE.exec(path)?.[1];
			if (workshopId === undefined) return;
			const response = await fetch(path, {
				headers: { Accept: "text/html" },
				credentials: "same-origin",
				cache: "no-store",
				redirect: "manual",
			});
			if (response.headers.has(BUILD)) await take(response, workshopId);
		},
	};
}

function withPatience(answer: Promise<Response>): Promise<Response | null> {
	return new Promise((resolve, reject) => {
		const timer = setTimeout(() => resolve(null), PATIENCE_MS);
		answer.then(resolve, reject).finally(() => clearTimeout(timer));
	});
}
