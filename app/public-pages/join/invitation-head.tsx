import type { Invitation } from "../../../server/services.ts";
import { useFormat } from "../../i18n/format.ts";
import { useMessages } from "../../i18n/provider.tsx";
import { PageHead } from "../../ui/page-head.tsx";

/** What one is about to join: title, when, where. */
export function InvitationHead({ invitation }: { invitation: Invitation }) {
	const { join } = useMessages();
	const format = useFormat();
	const { title, startsAt, endsAt, place } = invitation;
	const clock = (start: number) => (endsAt === null ? format.time(start) : format.timeSpan(start, endsAt));
	return (
		<div className="stack">
			<PageHead preline={join.kicker} title={title} />
			{(startsAt !== null || place) && (
				<dl className="facts">
					{startsAt !== null && (
						<div>
							<dt>{join.when}</dt>
							<dd>
								{format.date(startsAt)}, {clock(startsAt)}
							</dd>
						</div>
					)}
					{place && (
						<div>
							<dt>{join.where}</dt>
							<dd>{place}</dd>
						</div>
					)}
				</dl>
			)}
		</div>
	);
}
