import type { ReactNode } from "react";
import { classNames } from "./class-names.ts";

/** Named by what stands on the page already, or, where nothing does, by a name of its own. */
type ScrollRegionProps = ({ labelledBy: string } | { label: string }) & {
	className?: string;
	children: ReactNode;
};

/** A box that scrolls sideways by itself, so that the page never has to; reachable and scrollable by keyboard. */
export function ScrollRegion({ className, children, ...named }: ScrollRegionProps) {
	return (
		<section
			className={classNames("scroll-box", className)}
			aria-label={"label" in named ? named.label : undefined}
			aria-labelledby={"labelledBy" in named ? named.labelledBy : undefined}
			// biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable without a pointer
			tabIndex={0}
		>
			{children}
		</section>
	);
}
