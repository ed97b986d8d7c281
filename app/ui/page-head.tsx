import type { ReactNode } from "react";

export interface PageHeadProps {
	title: ReactNode;
	/** A short line above the title. */
	preline?: ReactNode;
	/** What the page is about, in a sentence. */
	lead?: ReactNode;
	actions?: ReactNode;
}

/** The page's one h1. It can take focus when a view is swapped below it. */
export function PageHead({ title, preline, lead, actions }: PageHeadProps) {
	return (
		<header className="page-head">
			{preline && <p className="page-head__preline">{preline}</p>}
			<h1 className="page-head__title" tabIndex={-1}>
				{title}
			</h1>
			{lead && <p className="page-head__lead">{lead}</p>}
			{actions && <div className="cluster">{actions}</div>}
		</header>
	);
}
