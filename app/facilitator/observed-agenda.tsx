import type { Snapshot } from "../../worksheets/contract/snapshot.ts";
import { useFormat } from "../i18n/format.ts";
import { useMessages } from "../i18n/provider.tsx";
import { agendaTimes } from "../session/agenda-times.ts";
import { useServerNow } from "../session/session-provider.tsx";

/** The agenda with its times, for somebody who goes along. */
export function ObservedAgenda({ snapshot }: { snapshot: Snapshot }) {
	const { facilitator, common } = useMessages();
	const format = useFormat();
	const times = agendaTimes(snapshot, useServerNow(15_000));
	return (
		<nav className="cockpit__agenda stack" aria-labelledby="agenda-title">
			<h2 id="agenda-title">{facilitator.agenda}</h2>
			<ol className="agenda">
				{snapshot.phases.map((phase, index) => {
					const entry = times[index];
					const current = entry?.state === "current";
					return (
						<li key={phase.id} className="agenda__entry" aria-current={current ? "step" : undefined}>
							{entry?.startsAt != null && (
								<time className="agenda__time" dateTime={new Date(entry.startsAt).toISOString()}>
									{format.clock(entry.startsAt)}
								</time>
							)}
							<span className="agenda__title">
								<span lang={snapshot.workshop.language}>{phase.title}</span>
								<span className="agenda__kind">
									{common.phaseKind[phase.kind]}, {format.minutes(phase.minutes)}
									{current && `, ${facilitator.phaseNow}`}
								</span>
							</span>
						</li>
					);
				})}
			</ol>
		</nav>
	);
}
