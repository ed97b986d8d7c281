import { useRevalidator } from "@remix-run/react";
import { useState } from "react";
import type { RefusalCode } from "../../../worksheets/contract/refusals.ts";
import type { SeriesDate } from "../../../worksheets/contract/series.ts";
import { useMessages } from "../../i18n/provider.tsx";
import { request } from "../../session/api-client.ts";
import { Refused } from "../../session/refused.tsx";
import { useAnnounce } from "../../ui/announce.tsx";
import { Badge } from "../../ui/badge.tsx";
import { Button } from "../../ui/button.tsx";
import { LinkButton } from "../../ui/link-button.tsx";
import { useDateNames } from "./date-names.ts";

/** Every date there is, in order. What came from a file can be taken out again. */
export function SeriesDates({ dates }: { dates: readonly SeriesDate[] }) {
	const { series } = useMessages();
	const names = useDateNames(dates);
	const announce = useAnnounce();
	const { revalidate } = useRevalidator();
	const [refused, setRefused] = useState<RefusalCode | null>(null);

	async function remove(home: string, { workshop, title }: SeriesDate): Promise<void> {
		const removed = await request("DELETE", `/api/workshops/${home}/occasions/${workshop}`);
		// Gone already, by another window: it is what was wanted.
		if (!removed.ok && removed.refused !== "not-found") {
			setRefused(removed.refused);
			return;
		}
		setRefused(null);
		announce(series.removed({ title }));
		revalidate();
		document.getElementById("series-dates")?.focus();
	}

	return (
		<section className="series__part" aria-labelledby="series-dates">
			<h2 id="series-dates" tabIndex={-1}>
				{series.dates}
			</h2>
			<ol className="series-dates">
				{dates.map((date, index) => (
					<li key={date.workshop} className="series-date">
						<p className="series-date__name">
							{date.date === null ? series.undated : names[index]?.name}
							{date.series !== null && <span className="muted"> · {series.meeting(date.series)}</span>}
						</p>
						<p className="series-date__title">{date.title}</p>
						<p className="series-date__facts">
							<span>{series.participants({ count: date.participants })}</span>
							{date.place !== "" && <span>{date.place}</span>}
							<Badge icon={date.stage === "ended" ? "check" : "clock"}>{series.stage[date.stage]}</Badge>
							{date.file !== null && <Badge icon="download">{series.fromFile}</Badge>}
						</p>
						{date.file === null ? (
							<LinkButton href={`/w/${date.workshop}/leitung`} variant="tertiary" className="no-print">
								{series.open({ title: date.title })}
							</LinkButton>
						) : (
							<Button variant="tertiary" icon="trash" onClick={() => void remove(date.file?.home ?? "", date)}>
								{series.remove({ title: date.title })}
							</Button>
						)}
					</li>
				))}
			</ol>
			<Refused code={refused} />
		</section>
	);
}
