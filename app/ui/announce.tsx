import { createContext, type ReactNode, useCallback, useContext, useEffect, useRef, useState } from "react";

type Announce = (text: string) => void;

const AnnounceContext = createContext<Announce | null>(null);

/** Long enough for a screen reader to take a text up before the next one replaces it. */
const PAUSE_MS = 1_000;

/** Holds the page's one polite live region; texts that come at once are said one after another. */
export function AnnounceProvider({ children }: { children: ReactNode }) {
	const [said, setSaid] = useState("");
	const waiting = useRef<string[]>([]);
	const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);

	const sayNext = useCallback(() => {
		const text = waiting.current.shift();
		if (text === undefined) {
			timer.current = undefined;
			// An empty region lets the same text be announced again later.
			setSaid("");
			return;
		}
		setSaid(text);
		timer.current = setTimeout(sayNext, PAUSE_MS);
	}, []);

	const announce = useCallback<Announce>(
		(text) => {
			if (waiting.current.at(-1) !== text) waiting.current.push(text);
			if (timer.current === undefined) sayNext();
		},
		[sayNext],
	);

	useEffect(() => () => clearTimeout(timer.current), []);

	return (
		<AnnounceContext.Provider value={announce}>
			{children}
			<div className="kern-sr-only" role="status" aria-live="polite" data-announcements>
				{said}
			</div>
		</AnnounceContext.Provider>
	);
}

/** Says a text to screen readers, politely, without touching focus. */
export function useAnnounce(): Announce {
	const announce = useContext(AnnounceContext);
	if (announce === null) throw new Error("useAnnounce was called outside of AnnounceProvider");
	return announce;
}
