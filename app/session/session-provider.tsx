import {
	createContext,
	type ReactNode,
	useCallback,
	useContext,
	useEffect,
	useMemo,
	useState,
	useSyncExternalStore,
} from "react";
import type { Command, CommandAnswer } from "../../worksheets/contract/commands.ts";
import type { Snapshot } from "../../worksheets/contract/snapshot.ts";
import { connectSession, type SessionConnection } from "./session-connection.ts";
import { createSessionStore, type SessionState, type SessionStore } from "./session-store.ts";

interface LiveSession {
	store: SessionStore;
	send(command: Command): Promise<CommandAnswer>;
}

const SessionContext = createContext<LiveSession | null>(null);

const NOT_CONNECTED: CommandAnswer = { ok: false, error: { code: "unavailable", message: "There is no connection." } };

/**
 * The live session of everything below. `initial` is the snapshot the page was rendered with; give the provider a key
 * of the person, so that somebody else's session is a new one.
 */
export function SessionProvider({ initial, children }: { initial: Snapshot; children: ReactNode }) {
	const [store] = useState(() => createSessionStore(initial));
	const [connection, setConnection] = useState<SessionConnection | null>(null);
	const workshopId = initial.workshop.id;

	useEffect(() => {
		const opened = connectSession({ store, workshopId });
		setConnection(opened);
		return () => opened.close();
	}, [store, workshopId]);

	const session = useMemo<LiveSession>(
		() => ({ store, send: async (command) => (connection === null ? NOT_CONNECTED : connection.send(command)) }),
		[store, connection],
	);
	return <SessionContext.Provider value={session}>{children}</SessionContext.Provider>;
}

function useLiveSession(): LiveSession {
	const session = useContext(SessionContext);
	if (session === null) throw new Error("a live component outside of SessionProvider");
	return session;
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

/** Reads the server's clock once, for event handlers. */
export function useReadServerNow(): () => number {
	const { store } = useLiveSession();
	return useCallback(() => store.serverNow(), [store]);
}
