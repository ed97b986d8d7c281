import type { Snapshot } from "../../worksheets/contract/snapshot.ts";
import { useFormat } from "../i18n/format.ts";
import { useMessages } from "../i18n/provider.tsx";
import { agendaTimes } from "./agenda-times.ts";
import { useServerNow } from "./session-provider.tsx";

/** The order of the day with its times: where we are, and what comes. */
export function AgendaOverview({ snapshot }: { snapshot: Snapshot }) {
	const { session, common } = useMessages();
	const format = useFormat();
	const times = agendaTimes(snapshot, useServerNow(30_000));
	return (
		<ol className="agenda">
			{snapshot.phases.map((phase, index) => {
				const entry = times[index];
				return (
					<li key={phase.id} className="agenda__entry" aria-current={entry?.state === "current" ? "step" : undefined}>
						{entry?.startsAt != null && (
							<time className="agenda__time" dateTime={new Date(entry.startsAt).toISOString()}>
								{format.clock(entry.startsAt)}
							</time>
						)}
						<span className="agenda__title">
							{phase.title}
							<span className="agenda__kind">
								{common.phaseKind[phase.kind]}, {format.minutes(phase.minutes)}
								{entry?.state === "current" && `, ${session.agendaNow}`}
							</span>
						</span>
					</li>
				);
			})}
		</ol>
	);
}
