import { useCallback, useEffect, useRef } from "react";

const TYPING_MS = 10_000;

/**
 * Tells whether the person is in the middle of writing: the focus is in the field that took input within ten seconds,
 * or in which an input method has a composition open. What closes that field at this moment does not change it.
 */
export function useTyping(): () => boolean {
	const field = useRef<EventTarget | null>(null);
	const lastInput = useRef(Number.NEGATIVE_INFINITY);
	const composing = useRef(false);

	useEffect(() => {
		const leaving = new AbortController();
		const options = { capture: true, signal: leaving.signal };
		const isIn = ({ target }: Event): void => {
			field.current = target;
		};
		const takes = (event: Event) => {
			isIn(event);
			lastInput.current = performance.now();
		};
		const composes = (event: Event) => {
			isIn(event);
			composing.current = true;
		};
		document.addEventListener("input", takes, options);
		document.addEventListener("compositionstart", composes, options);
		document.addEventListener("compositionend", () => (composing.current = false), options);
		return () => leaving.abort();
	}, []);

	return useCallback(() => {
		if (document.activeElement === null || document.activeElement !== field.current) return false;
		return composing.current || performance.now() - lastInput.current < TYPING_MS;
	}, []);
}
