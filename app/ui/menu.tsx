import { type ReactNode, useEffect, useId, useRef } from "react";
import { Button, type ButtonLook } from "./button.tsx";

export interface MenuItem {
	id: string;
	label: ReactNode;
	onSelect: () => void;
	disabled?: boolean | undefined;
	danger?: boolean | undefined;
}

export interface MenuProps extends Omit<ButtonLook, "children"> {
	/** The button's words, also where only its icon is seen. */
	label: ReactNode;
	items: readonly MenuItem[];
}

const GAP = 4;

/** A button that shows more buttons. The browser closes the list on Esc and on a click elsewhere. */
export function Menu({ label, items, ...look }: MenuProps) {
	const id = useId();
	const list = useRef<HTMLDivElement>(null);
	const opener = useRef<HTMLButtonElement>(null);

	useEffect(() => {
		const popover = list.current;
		const button = opener.current;
		if (popover === null || button === null) return;
		const placeBeside = (event: Event) => {
			const opens = "newState" in event && event.newState === "open";
			button.setAttribute("aria-expanded", String(opens));
			if (opens) place(popover, button);
		};
		popover.addEventListener("toggle", placeBeside);
		return () => popover.removeEventListener("toggle", placeBeside);
	}, []);

	// React 18 knows these attributes only by their HTML names.
	const opens = { popovertarget: id };
	const popover = { popover: "auto" };
	return (
		<>
			<Button ref={opener} aria-expanded={false} {...look} {...opens}>
				{label}
			</Button>
			<div ref={list} id={id} className="menu" {...popover}>
				{items.map((item) => (
					<button
						key={item.id}
						type="button"
						className={item.danger ? "menu__item menu__item--danger" : "menu__item"}
						disabled={item.disabled}
						onClick={() => {
							list.current?.hidePopover();
							item.onSelect();
						}}
					>
						{item.label}
					</button>
				))}
			</div>
		</>
	);
}

/** Below the button where there is room, else above; never outside of the window. */
function place(popover: HTMLElement, button: HTMLElement): void {
	const anchor = button.getBoundingClientRect();
	const size = popover.getBoundingClientRect();
	const below = anchor.bottom + GAP;
	const top = below + size.height <= window.innerHeight ? below : Math.max(GAP, anchor.top - GAP - size.height);
	const left = Math.min(anchor.left, window.innerWidth - size.width - GAP);
	popover.style.top = `${top}px`;
	popover.style.left = `${Math.max(GAP, left)}px`;
}
