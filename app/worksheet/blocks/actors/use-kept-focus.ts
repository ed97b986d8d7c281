import { type FocusEvent, useLayoutEffect, useRef } from "react";

/**
 * Things that move from one list to another are made anew there. Whatever has the focus keeps it all the same, whoever
 * moved it: it is found again by its `data-focus`. The three parts belong on the element around the lists.
 */
export function useKeptFocus() {
	const ref = useRef<HTMLDivElement>(null);
	const focused = useRef<string | null>(null);
	useLayoutEffect(() => {
		const container = ref.current;
		if (focused.current === null || container === null || container.contains(document.activeElement)) return;
		container.querySelector<HTMLElement>(`[data-focus="${CSS.escape(focused.current)}"]`)?.focus();
	});
	const onFocusCapture = ({ target }: FocusEvent<HTMLElement>) => {
		focused.current = target.dataset.focus ?? null;
	};
	const onBlurCapture = ({ target }: FocusEvent<HTMLElement>) => {
		const left = target.dataset.focus ?? null;
		// Some browsers say this, too, of an element that is being taken away.
		queueMicrotask(() => {
			if (target.isConnected && focused.current === left) focused.current = null;
		});
	};
	return { ref, onFocusCapture, onBlurCapture };
}
