import { type ReactNode, useEffect, useRef } from "react";

/** On Full HD letters of 26 pixels, a fortieth of the wall's height: the last row can just read them. */
const LEAST = 0.6;
/** How much smaller each try is. */
const STEP = 0.05;

/**
 * Makes what does not fit on the wall smaller until it does, as far as letters stay legible from the last row: nobody
 * can scroll a projector. On a phone one can, and everything keeps its size.
 */
export function FitToWall({ children }: { children: ReactNode }) {
	const box = useRef<HTMLDivElement>(null);

	useEffect(() => {
		const adjust = () => box.current && fitToWall(box.current);
		adjust();
		// Letters of another typeface take other room.
		document.fonts.ready.then(adjust, () => {});
		window.addEventListener("resize", adjust);
		return () => window.removeEventListener("resize", adjust);
	});

	return (
		<div ref={box} className="beamer__wall">
			{children}
		</div>
	);
}

function fitToWall(box: HTMLElement): void {
	const wall = box.closest("main");
	if (wall === null) return;
	// The page's foot comes below the wall. Half pixels are nobody's row.
	const isTooTall = () => wall.getBoundingClientRect().height > window.innerHeight + 1;
	box.style.removeProperty("zoom");
	if (!window.matchMedia("(min-width: 48rem)").matches) return;
	for (let size = 1 - STEP; size >= LEAST && isTooTall(); size -= STEP) {
		box.style.setProperty("zoom", String(size));
	}
}
