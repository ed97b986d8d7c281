import { type FocusEvent, type ReactNode, useLayoutEffect, useRef } from "react";

const CONTROLS = "a[href], button, input, select, textarea, summary, [tabindex='0']";

/**
 * A control that does away with itself would send whoever works by keyboard back to the page's start. In here the focus
 * goes on to the first control that is left, or to the box itself where none is.
 */
export function KeepFocus({ children, className }: { children: ReactNode; className?: string }) {
	const box = useRef<HTMLDivElement>(null);
	const focused = useRef<Element | null>(null);
	useLayoutEffect(() => {
		const gone = focused.current;
		if (gone === null || gone.isConnected) return;
		focused.current = null;
		if (document.activeElement !== null && document.activeElement !== document.body) return;
		const controls = [...(box.current?.querySelectorAll<HTMLElement>(CONTROLS) ?? [])];
		(controls.find((control) => control.checkVisibility()) ?? box.current)?.focus();
	});
	return (
		<div
			ref={box}
			tabIndex={-1}
			className={className}
			onFocusCapture={({ target }: FocusEvent<HTMLElement>) => {
				focused.current = target;
			}}
			onBlurCapture={({ target }: FocusEvent<HTMLElement>) => {
				// Some browsers say this, too, of an element that is being taken away.
				queueMicrotask(() => {
					if (target.isConnected && focused.current === target) focused.current = null;
				});
			}}
		>
			{children}
		</div>
	);
}
