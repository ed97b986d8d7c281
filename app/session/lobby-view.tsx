import { headCount } from "../../worksheets/contract/head-count.ts";
import type { Snapshot } from "../../worksheets/contract/snapshot.ts";
import { useFormat } from "../i18n/format.ts";
import { useMessages } from "../i18n/provider.tsx";
import { TextArea } from "../ui/text-area.tsx";
import { AgendaOverview } from "./agenda-overview.tsx";
import { OpenChoice } from "./open-choice.tsx";
import { personName } from "./person-name.ts";
import { useServerNow } from "./session-provider.tsx";

/** From this long before the start on it is „gleich“, in milliseconds. */
const SOON_MS = 30 * 60_000;

/** Before the first phase: what will happen, who is here, and a field to try out typing. */
export function LobbyView({ snapshot }: { snapshot: Snapshot }) {
	const { session } = useMessages();
	const format = useFormat();
	const { startsAt, place, series, deleteOn, namesAtEnd } = snapshot.workshop;
	const now = useServerNow(30_000);
	const soon = startsAt === null || startsAt - now <= SOON_MS;
	const here = snapshot.participants.filter((person) => person.online);
	const alone = here.every((person) => person.id === snapshot.you.participantId);
	return (
		<div className="lobby">
			<div className="lobby__head">
				<p className="lobby__soon">{soon ? session.startsSoon : session.youAreIn}</p>
				{series !== null && <p>{session.inSeries(series)}</p>}
				{startsAt !== null && <p>{session.startsAt({ date: format.date(startsAt), time: format.time(startsAt) })}</p>}
				{place !== "" && <p>{session.place({ place })}</p>}
				<p>
					{session.deletedOn({ date: format.date(deleteOn) })}. {session.namesAtEnd[namesAtEnd]}
				</p>
			</div>

			<div className="lobby__here">
				<section aria-labelledby="lobby-people">
					<h2 id="lobby-people">{session.whoIsHere}</h2>
					{alone ? (
						<p>{session.firstPerson}</p>
					) : (
						<>
							<p>{session.peopleHere({ count: headCount(here) })}</p>
							<ul className="name-list lobby__names">
								{here.map((person) => (
									<li key={person.id}>
										{personName(person, session)}
										{person.organisation !== undefined && ` (${person.organisation})`}
										{person.id === snapshot.you.participantId && ` (${session.you})`}
									</li>
								))}
							</ul>
						</>
					)}
				</section>

				<OpenChoice snapshot={snapshot} />

				<div className="no-print">
					<TextArea id="try-typing" label={session.tryTyping} hint={session.tryTypingHint} autoComplete="off" />
				</div>
			</div>

			<section aria-labelledby="lobby-agenda">
				<h2 id="lobby-agenda">{session.agenda}</h2>
				<AgendaOverview snapshot={snapshot} />
			</section>
		</div>
	);
}
