import type { Snapshot } from "../../worksheets/contract/snapshot.ts";
import { useMessages } from "../i18n/provider.tsx";
import { LinkButton } from "../ui/link-button.tsx";

/** To the comparison over the series' dates, where the workshop belongs to one. */
export function SeriesLink({ workshop: { series } }: Pick<Snapshot, "workshop">) {
	const { facilitator } = useMessages();
	if (series?.id === undefined) return null;
	return <LinkButton href={`/reihe/${series.id}`}>{facilitator.toSeries}</LinkButton>;
}
