import type { ReactNode } from "react";
import { classNames } from "../ui/class-names.ts";
import { SkipLinks } from "../ui/skip-links.tsx";

export interface PublicPageProps {
	/** Uses the window's width, for lists of cards. */
	wide?: boolean | undefined;
	children: ReactNode;
}

/** The frame of every page outside of a workshop. */
export function PublicPage({ wide, children }: PublicPageProps) {
	return (
		<>
			<SkipLinks />
			<main id="inhalt" tabIndex={-1} className={classNames("page stack-loose", !wide && "page--narrow")}>
				{children}
			</main>
		</>
	);
}
