import type { Snapshot } from "../../worksheets/contract/snapshot.ts";
import { snapshotSchema } from "../../worksheets/contract/snapshot.ts";
import { KEPT_FOR_MS, pageCacheName, pagePath, snapshotPath } from "./page-cache.ts";
import type { ShellMessage } from "./shell-message.ts";

/**
 * Has the service worker keep this workshop's page, so that a reload without a line shows it. Does nothing in browsers
 * that have no service workers (plain http among them). `signal` ends it.
 */
export async function keepPage(workshopId: string, signal: AbortSignal): Promise<void> {
	if (!("serviceWorker" in navigator)) return;
	const container = navigator.serviceWorker;
	const registration = await container.register("/sw.js");
	const keep = async () => {
		const { active } = await container.ready;
		if (!signal.aborted) tell(active, { type: "keep", path: pagePath(workshopId) });
	};
	// A worker of a newer build has no page yet.
	container.addEventListener("controllerchange", () => void keep(), { signal });
	registration.addEventListener("updatefound", () => askToTakeOver(registration.installing, signal), { signal });
	tell(registration.waiting, { type: "take-over" });
	// The very first worker takes the page over once it is there.
	if (registration.active !== null && !(await hasPage(workshopId))) await keep();
}

function askToTakeOver(installing: ServiceWorker | null, signal: AbortSignal): void {
	installing?.addEventListener(
		"statechange",
		() => {
			if (installing.state === "installed") tell(installing, { type: "take-over" });
		},
		{ signal },
	);
}

function tell(worker: ServiceWorker | null, message: ShellMessage): void {
	worker?.postMessage(message);
}

async function hasPage(workshopId: string): Promise<boolean> {
	if (!(await caches.has(pageCacheName(workshopId)))) return false;
	const cache = await caches.open(pageCacheName(workshopId));
	return (await cache.match(pagePath(workshopId))) !== undefined;
}

/** Leaves what the page knows of the session beside the kept page. False where there is none (yet). */
export async function keepSnapshot(snapshot: Snapshot): Promise<boolean> {
	const { id } = snapshot.workshop;
	if (typeof caches === "undefined" || !(await hasPage(id))) return false;
	const cache = await caches.open(pageCacheName(id));
	await cache.put(snapshotPath(id), new Response(JSON.stringify({ at: Date.now(), snapshot })));
	return true;
}

/** What the page last knew, as of now by this device's clock; null where nothing of this person is kept. */
export async function keptSnapshot({ you, workshop: { id } }: Snapshot): Promise<Snapshot | null> {
	if (typeof caches === "undefined" || !(await caches.has(pageCacheName(id)))) return null;
	const kept = await (await caches.open(pageCacheName(id))).match(snapshotPath(id));
	if (kept === undefined) return null;
	const { at, snapshot } = (await kept.json()) as { at?: unknown; snapshot?: unknown };
	const parsed = snapshotSchema.safeParse(snapshot);
	if (typeof at !== "number" || !parsed.success || parsed.data.you.participantId !== you.participantId) return null;
	const age = Date.now() - at;
	return age > KEPT_FOR_MS ? null : { ...parsed.data, now: parsed.data.now + Math.max(0, age) };
}
