import { spokenCode } from "../../worksheets/contract/ids.ts";
import type { Snapshot } from "../../worksheets/contract/snapshot.ts";
import { useFormat } from "../i18n/format.ts";
import { useMessages } from "../i18n/provider.tsx";
import { agendaEnd } from "../session/agenda-times.ts";
import { CopyField } from "../ui/copy-field.tsx";
import { RenewCode } from "./order/renew-code.tsx";

/** How people come in: link, code to read aloud, QR for the projector, and a text for the invitation. */
export function AccessLinks({ snapshot, origin }: { snapshot: Snapshot; origin: string }) {
	const { facilitator, create } = useMessages();
	const format = useFormat();
	const { code, title, startsAt, place, deleteOn, retentionDays } = snapshot.workshop;
	const link = `${origin}/b/${code}`;
	const end = agendaEnd(snapshot, snapshot.now);
	const invitation = create.invitationText({
		title,
		date: startsAt === null ? null : format.date(startsAt),
		span: startsAt === null || end === null ? null : format.timeSpan(startsAt, end),
		start: startsAt === null ? null : format.time(startsAt),
		place: place === "" ? null : place,
		link,
		code: spokenCode(code),
		address: origin.replace(/^https?:\/\//, ""),
		deleteOn: startsAt === null ? null : format.date(deleteOn),
		days: retentionDays,
		privacy: `${origin}/datenschutz`,
	});
	return (
		<section aria-labelledby="links-title" className="stack">
			<h2 id="links-title">{facilitator.links}</h2>
			<div className="access">
				<div className="stack">
					<p>
						{facilitator.joinCode}: <strong className="access__code">{spokenCode(code)}</strong>
					</p>
					<CopyField label={facilitator.joinLink} value={link} />
					<RenewCode />
				</div>
				<img className="access__qr" src={`/qr/${code}.svg`} alt={facilitator.qrAlt} width="200" height="200" />
			</div>
			<CopyField label={facilitator.invitation} value={invitation} rows={8} />
		</section>
	);
}
