import { useCallback, useEffect, useRef, useState } from "react";
import { useSession } from "../../session/session-provider.tsx";

/** Long enough not to send every letter, short enough that nothing worth a word is lost with the page. */
const PAUSE_MS = 800;

export interface LiveFieldOptions {
	/** What the server has. */
	stored: string;
	/** What was typed, as the server will have it. */
	clean(typed: string): string;
	/** What is wrong with what was typed; null where nothing is. */
	fault(typed: string): string | null;
	/** Resolves with whether it went through. */
	save(value: string): Promise<boolean>;
}

export interface LiveField {
	value: string;
	error: string | undefined;
	/** What somebody else has put here while one was typing; null where nobody has. */
	theirs: string | null;
	onChange(typed: string): void;
	onFocus(): void;
	onBlur(): void;
}

/**
 * A field that saves by itself and follows what others do, but never under the hands of whoever types in it: what was
 * typed stays until it is stored and left. Until then what others put there is only told.
 */
export function useLiveField({ stored, clean, fault, save }: LiveFieldOptions): LiveField {
	const { connection } = useSession();
	const [typed, setTyped] = useState<string | null>(null);
	/** What was stored when the typing began, or what has been stored of it since. */
	const [base, setBase] = useState(stored);
	const [sending, setSending] = useState<string | null>(null);
	const focused = useRef(false);
	const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
	const latest = useRef({ typed, base, sending, clean, fault, save });
	latest.current = { typed, base, sending, clean, fault, save };

	const flush = useCallback(async (): Promise<void> => {
		clearTimeout(timer.current);
		const { typed, base, sending, clean, fault, save } = latest.current;
		if (typed === null || fault(typed) !== null) return;
		const value = clean(typed);
		if (value === sending) return;
		if (value !== base) {
			setSending(value);
			const saved = await save(value);
			setSending((now) => (now === value ? null : now));
			if (!saved) return;
			setBase(value);
		}
		if (!focused.current) setTyped((now) => (now !== null && clean(now) === value ? null : now));
	}, []);

	const unsaved = typed !== null && clean(typed) !== base;
	useEffect(() => {
		if (connection === "live") void flush();
	}, [connection, flush]);
	useEffect(() => () => void flush(), [flush]);
	useEffect(() => {
		if (!unsaved) return;
		const warn = (event: BeforeUnloadEvent) => event.preventDefault();
		window.addEventListener("beforeunload", warn);
		return () => window.removeEventListener("beforeunload", warn);
	}, [unsaved]);

	const isTheirs = typed !== null && sending === null && stored !== base && stored !== clean(typed);
	return {
		value: typed ?? stored,
		error: typed === null ? undefined : (fault(typed) ?? undefined),
		theirs: isTheirs ? stored : null,
		onChange(next) {
			if (typed === null) setBase(stored);
			setTyped(next);
			clearTimeout(timer.current);
			timer.current = setTimeout(() => void flush(), PAUSE_MS);
		},
		onFocus() {
			focused.current = true;
		},
		onBlur() {
			focused.current = false;
			void flush();
		},
	};
}
