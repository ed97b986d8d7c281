import { useEffect } from "react";
import type { Snapshot } from "../../worksheets/contract/snapshot.ts";
import { useSessionStore } from "./session-provider.tsx";

/** The first moments belong to the sheet and its line. */
const START_AFTER_MS = 1_500;
const SNAPSHOT_EVERY_MS = 2_000;

/** What of a snapshot a page without a line would show; who comes and goes is not worth a write. */
const SHOWN = ["workshop", "currentPhase", "phases", "groups", "documents", "messages", "timer"] as const;

/**
 * Keeps this page, and what it knows of the session, in the browser, so that a reload without a line shows both. Not
 * in development, where nothing may stand between the page and its sources, and not after the end.
 */
export function useKeptPage(): void {
	const store = useSessionStore();
	useEffect(() => {
		if (!import.meta.env.PROD || !("serviceWorker" in navigator)) return;
		const leaving = new AbortController();
		const { signal } = leaving;
		let kept: Snapshot | null = null;
		let timer: ReturnType<typeof setTimeout> | undefined;
		let starting: ReturnType<typeof setTimeout> | undefined;

		async function recall(): Promise<void> {
			const { snapshot } = store.state();
			const { keptSnapshot } = await import("../shell/keep-page.ts");
			const known = await keptSnapshot(snapshot);
			// By now the line may be there and know better.
			if (known === null || signal.aborted || store.state().connection === "live") return;
			if (known.version >= store.state().snapshot.version) store.begin(known);
		}

		async function keep(): Promise<void> {
			timer = undefined;
			const { snapshot } = store.state();
			const before = kept;
			if (snapshot.workshop.status === "ended") return;
			if (before !== null && SHOWN.every((part) => before[part] === snapshot[part])) return;
			const { keepSnapshot } = await import("../shell/keep-page.ts");
			if (signal.aborted) return;
			if (await keepSnapshot(snapshot)) kept = snapshot;
			// The page itself is still on its way, or is not to be kept here.
			else if (!signal.aborted) timer ??= setTimeout(safely(keep), SNAPSHOT_EVERY_MS);
		}

		async function start(): Promise<void> {
			const { keepPage } = await import("../shell/keep-page.ts");
			if (!signal.aborted) await keepPage(store.state().snapshot.workshop.id, signal);
		}

		const safely = (work: () => Promise<void>) => () => {
			// Without a line the chunk may be missing, and a full disk keeps nothing: the page goes on all the same.
			work().catch(() => {});
		};
		const look = () => {
			if (store.state().connection !== "live") return;
			starting ??= setTimeout(safely(start), START_AFTER_MS);
			timer ??= setTimeout(safely(keep), SNAPSHOT_EVERY_MS);
		};
		safely(recall)();
		const leave = store.subscribe(look);
		look();
		return () => {
			leaving.abort();
			clearTimeout(starting);
			clearTimeout(timer);
			leave();
		};
	}, [store]);
}
