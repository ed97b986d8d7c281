import type { Snapshot } from "../../worksheets/contract/snapshot.ts";
import { useFormat } from "../i18n/format.ts";
import { useMessages } from "../i18n/provider.tsx";
import { ActButton } from "../session/act-button.tsx";
import { agendaEnd, agendaTimes } from "../session/agenda-times.ts";
import { Refused } from "../session/refused.tsx";
import { useServerNow } from "../session/session-provider.tsx";
import { useAct } from "../session/use-act.ts";
import { Disclosure } from "../ui/disclosure.tsx";
import { useMatchesMedia } from "../ui/use-matches-media.ts";

/** Where the agenda stands beside everything else; elsewhere it is a line to unfold. */
const WIDE = "(min-width: 75rem)";

/** The agenda with its times; while the workshop runs, a jump to any phase, in any order. */
export function AgendaPanel({ snapshot }: { snapshot: Snapshot }) {
	const { facilitator, common } = useMessages();
	const format = useFormat();
	const now = useServerNow(15_000);
	const { act, refused } = useAct();
	const times = agendaTimes(snapshot, now);
	const end = agendaEnd(snapshot, now);
	const wide = useMatchesMedia(WIDE);
	const running = snapshot.workshop.status === "running";
	return (
		<Disclosure summary={<h2>{facilitator.agenda}</h2>} open={wide}>
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
								{running ? (
									<ActButton
										variant="tertiary"
										className="agenda__go"
										resting={current}
										aria-label={facilitator.goToPhase({ title: phase.title })}
										onClick={() => void act({ type: "phase.go", phase: phase.id })}
									>
										{phase.title}
									</ActButton>
								) : (
									phase.title
								)}
								<span className="agenda__kind">
									{common.phaseKind[phase.kind]}, {format.minutes(phase.minutes)}
									{current && `, ${facilitator.phaseNow}`}
								</span>
							</span>
						</li>
					);
				})}
			</ol>
			<Refused code={refused} />
			{end !== null && (
				<p>
					{running
						? facilitator.agendaEnd({ time: format.time(end) })
						: facilitator.agendaEndPlanned({ time: format.time(end) })}
				</p>
			)}
		</Disclosure>
	);
}
