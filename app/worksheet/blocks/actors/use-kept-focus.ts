import { type FocusEvent, useLayoutEffect, useRef } from "react";

/**
 * Things that move from one list to another are made anew there. Whatever has the focus keeps it all the same, whoever
 * moved it: it is found again by its `data-focus`, or the field by that of what it stands in. The three parts belong on the element around the lists.
 */
export function useKeptFocus() {
	const ref = useRef<HTMLDivElement>(null);
	const focused = useRef<string | null>(null);
	useLayoutEffect(() => {
		const container = ref.current;
		if (focused.current === null || container === null || container.contains(document.activeElement)) return;
		const found = container.querySelector<HTMLElement>(`[data-focus="${CSS.escape(focused.current)}"]`);
		(found?.querySelector<HTMLElement>("input, textarea") ?? found)?.focus();
	});
	const onFocusCapture = ({ target }: FocusEvent<HTMLElement>) => {
		focused.current = nameOf(target);
	};
	const onBlurCapture = ({ target }: FocusEvent<HTMLElement>) => {
		const left = nameOf(target);
		// Some browsers say this, too, of an element that is being taken away.
		queueMicrotask(() => {
			if (target.isConnected && focused.current === left) focused.current = null;
		});
	};
	return { ref, onFocusCapture, onBlurCapture };
}

function nameOf(target: HTMLElement): string | null {
	return target.closest<HTMLElement>("[data-focus]")?.dataset.focus ?? null;
}
