import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useRef, useState } from "react";
import type { SaveState, SheetHandle } from "../worksheet/sheet-props.ts";

interface OpenSheets {
	/** The most worrying state of the sheets on the screen; null while there is none. */
	worst: SaveState | null;
	/** Changes that no server has yet, also of sheets that have just left the screen. */
	unsaved: number;
	report(document: string, state: SaveState): void;
	ready(document: string, sheet: SheetHandle): void;
	leave(document: string): void;
	/** A sheet that is not on the screen has text to save. */
	linger(document: string, unsaved: number): void;
	/** It has saved it, or the server did not take the last of its text. */
	gone(document: string, lost: string | null): void;
	/** Text of sheets that have left the screen, the last words of which were not saved. */
	lost: string;
	forgetLost(): void;
	/** Whether text came after its sheet was closed and stands beside it now: told until it is dismissed. */
	late: boolean;
	noteLate(): void;
	forgetLate(): void;
	/** The text of all sheets on the screen. */
	copyText(): string;
	retry(): void;
}

const OpenSheetsContext = createContext<OpenSheets | null>(null);

const WORRY: Record<SaveState["kind"], number> = {
	saved: 0,
	loading: 1,
	saving: 2,
	late: 3,
	reconnecting: 4,
	offline: 5,
	failed: 6,
};

function unsavedOf(state: SaveState): number {
	return "unsaved" in state ? state.unsaved : 0;
}

/** Knows how safe the text of every sheet on the page is, and warns before the tab closes while some of it is not. */
export function OpenSheetsProvider({ children }: { children: ReactNode }) {
	const [states, setStates] = useState<ReadonlyMap<string, SaveState>>(new Map());
	const [lingering, setLingering] = useState<ReadonlyMap<string, number>>(new Map());
	const [lost, setLost] = useState("");
	const [late, setLate] = useState(false);
	const handles = useRef(new Map<string, SheetHandle>());
	const current = useRef(states);
	current.current = states;

	const report = useCallback((document: string, state: SaveState) => {
		setStates((known) => new Map(known).set(document, state));
		setLingering((known) => without(known, document));
	}, []);
	const ready = useCallback((document: string, sheet: SheetHandle) => {
		handles.current.set(document, sheet);
	}, []);
	const leave = useCallback((document: string) => {
		handles.current.delete(document);
		const state = current.current.get(document);
		setStates((known) => without(known, document));
		if (state === undefined || unsavedOf(state) === 0) return;
		setLingering((known) => new Map(known).set(document, unsavedOf(state)));
	}, []);
	const linger = useCallback((document: string, count: number) => {
		setLingering((known) => new Map(known).set(document, count));
	}, []);
	const gone = useCallback((document: string, text: string | null) => {
		setLingering((known) => without(known, document));
		if (text !== null) setLost((before) => (before === "" ? text : `${before}\n\n${text}`));
	}, []);
	const forgetLost = useCallback(() => setLost(""), []);
	const noteLate = useCallback(() => setLate(true), []);
	const forgetLate = useCallback(() => setLate(false), []);
	const copyText = useCallback(() => [...handles.current.values()].map((sheet) => sheet.copyText()).join("\n\n"), []);
	const retry = useCallback(() => {
		for (const sheet of handles.current.values()) sheet.retry();
	}, []);

	const all = [...states.values()];
	const worst = all.reduce<SaveState | null>(
		(worse, state) => (worse === null || WORRY[state.kind] > WORRY[worse.kind] ? state : worse),
		null,
	);
	const unsaved = [...all.map(unsavedOf), ...lingering.values()].reduce((sum, count) => sum + count, 0);
	useWarningBeforeClosing(unsaved > 0);

	const value = useMemo(
		() => ({
			worst,
			unsaved,
			report,
			ready,
			leave,
			linger,
			gone,
			lost,
			forgetLost,
			late,
			noteLate,
			forgetLate,
			copyText,
			retry,
		}),
		[worst, unsaved, report, ready, leave, linger, gone, lost, forgetLost, late, noteLate, forgetLate, copyText, retry],
	);
	return <OpenSheetsContext.Provider value={value}>{children}</OpenSheetsContext.Provider>;
}

function without<Value>(map: ReadonlyMap<string, Value>, key: string): ReadonlyMap<string, Value> {
	if (!map.has(key)) return map;
	const rest = new Map(map);
	rest.delete(key);
	return rest;
}

function useWarningBeforeClosing(warn: boolean): void {
	useEffect(() => {
		if (!warn) return;
		const leaving = new AbortController();
		window.addEventListener("beforeunload", (event) => event.preventDefault(), { signal: leaving.signal });
		return () => leaving.abort();
	}, [warn]);
}

export function useOpenSheets(): OpenSheets {
	const sheets = useContext(OpenSheetsContext);
	if (sheets === null) throw new Error("a sheet outside of OpenSheetsProvider");
	return sheets;
}
