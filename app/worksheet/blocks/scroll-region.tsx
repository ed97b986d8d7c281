import type { ReactNode } from "react";

/** A box that scrolls sideways by itself, so that the page never has to; reachable and scrollable by keyboard. */
export function ScrollRegion({ labelledBy, children }: { labelledBy: string; children: ReactNode }) {
	return (
		// biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable without a pointer
		<section className="sheet-scroll" aria-labelledby={labelledBy} tabIndex={0}>
			{children}
		</section>
	);
}
