import { useCallback, useEffect, useRef } from "react";

const TYPING_MS = 10_000;

function isEditable(element: Element | null): boolean {
	if (!(element instanceof HTMLElement)) return false;
	if (element.isContentEditable || element instanceof HTMLTextAreaElement) return !isReadOnly(element);
	return element instanceof HTMLInputElement && !element.readOnly && !["button", "submit"].includes(element.type);
}

function isReadOnly(element: HTMLElement): boolean {
	return element instanceof HTMLTextAreaElement && element.readOnly;
}

/**
 * Tells whether the person is in the middle of writing: the focus is in a field that took input within ten seconds, or
 * an input method has a composition open.
 */
export function useTyping(): () => boolean {
	const lastInput = useRef(Number.NEGATIVE_INFINITY);
	const composing = useRef(false);

	useEffect(() => {
		const leaving = new AbortController();
		const options = { capture: true, signal: leaving.signal };
		document.addEventListener("input", () => (lastInput.current = performance.now()), options);
		document.addEventListener("compositionstart", () => (composing.current = true), options);
		document.addEventListener("compositionend", () => (composing.current = false), options);
		return () => leaving.abort();
	}, []);

	return useCallback(() => {
		if (!isEditable(document.activeElement)) return false;
		return composing.current || performance.now() - lastInput.current < TYPING_MS;
	}, []);
}
