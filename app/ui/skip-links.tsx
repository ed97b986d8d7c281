import { useMessages } from "../i18n/provider.tsx";

export interface SkipTarget {
	/** The id of what to skip to. */
	id: string;
	label: string;
}

/** Hidden until focused; first in the page. „Zum Inhalt“ leads to `#inhalt`. */
export function SkipLinks({ targets }: { targets?: readonly SkipTarget[] | undefined }) {
	const { common } = useMessages();
	const all = targets ?? [{ id: "inhalt", label: common.skipToContent }];
	return (
		<nav className="skip-links" aria-label={common.skipLinks}>
			{all.map((target) => (
				<a key={target.id} className="skip-links__link" href={`#${target.id}`}>
					{target.label}
				</a>
			))}
		</nav>
	);
}
