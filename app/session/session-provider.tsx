import {
	createContext,
	type ReactNode,
	useContext,
	useEffect,
	useMemo,
	useRef,
	useState,
	useSyncExternalStore,
} from "react";
import type { CommandAnswer } from "../../worksheets/contract/command-answer.ts";
import type { Command } from "../../worksheets/contract/commands.ts";
import type { Snapshot } from "../../worksheets/contract/snapshot.ts";
import type { SessionConnection } from "./session-connection.ts";
import { createSessionStore, type SessionState, type SessionStore } from "./session-store.ts";

interface LiveSession {
	store: SessionStore;
	send(command: Command): Promise<CommandAnswer>;
}

const SessionContext = createContext<LiveSession | null>(null);

const LOAD_AGAIN_MS = 3_000;

/** Socket and parsers come after the page is alive; a line too weak to load them is tried again. */
async function loadConnection(
	store: SessionStore,
	signal: AbortSignal,
): Promise<typeof import("./session-connection.ts")> {
	try {
		return await import("./session-connection.ts");
	} catch (error) {
		if (signal.aborted) throw error;
		store.setConnection("offline");
		await new Promise((resolve) => setTimeout(resolve, LOAD_AGAIN_MS));
		return loadConnection(store, signal);
	}
}

/**
 * The live session of everything below. `initial` is the snapshot the page was rendered with; give the provider a key
 * of the person, so that somebody else's session is a new one.
 */
export function SessionProvider({ initial, children }: { initial: Snapshot; children: ReactNode }) {
	const [store] = useState(() => createSessionStore(initial));
	const connection = useRef<Promise<SessionConnection> | null>(null);
	const workshopId = initial.workshop.id;

	useEffect(() => {
		const leaving = new AbortController();
		const opening = loadConnection(store, leaving.signal).then(({ connectSession }) => {
			const opened = connectSession({ store, workshopId });
			if (leaving.signal.aborted) opened.close();
			leaving.signal.addEventListener("abort", () => opened.close());
			return opened;
		});
		// Who has left the page no longer minds what could not be loaded.
		opening.catch((error: unknown) => leaving.signal.aborted || reportError(error));
		connection.current = opening;
		return () => leaving.abort();
	}, [store, workshopId]);

	const session = useMemo<LiveSession>(
		() => ({
			store,
			async send(command) {
				const opened = await connection.current;
				return opened === null ? NOT_CONNECTED : opened.send(command);
			},
		}),
		[store],
	);
	return <SessionContext.Provider value={session}>{children}</SessionContext.Provider>;
}

const NOT_CONNECTED: CommandAnswer = { ok: false, error: { code: "unavailable", message: "There is no connection." } };

function useLiveSession(): LiveSession {
	const session = useContext(SessionContext);
	if (session === null) throw new Error("a live component outside of SessionProvider");
	return session;
}

/** For what has to know of changes without being shown anew. */
export function useSessionStore(): SessionStore {
	return useLiveSession().store;
}

/** Everything the page knows of the session, kept in step with the server. */
export function useSession(): SessionState {
	const { store } = useLiveSession();
	return useSyncExternalStore(store.subscribe, store.state, store.state);
}

export function useSnapshot(): Snapshot {
	return useSession().snapshot;
}

/** Sends a command; refusals and missing answers come back as values. */
export function useSend(): (command: Command) => Promise<CommandAnswer> {
	return useLiveSession().send;
}

/**
 * The server's epoch milliseconds, looked at again every `everyMs`. The first look is the snapshot's own moment, so
 * that the browser's first rendering equals the server's.
 */
export function useServerNow(everyMs = 1_000): number {
	const { store } = useLiveSession();
	const [now, setNow] = useState(() => store.state().snapshot.now);
	useEffect(() => {
		const look = () => setNow(store.serverNow());
		look();
		const ticking = setInterval(look, everyMs);
		const leave = store.subscribe(look);
		return () => {
			clearInterval(ticking);
			leave();
		};
	}, [store, everyMs]);
	return now;
}
