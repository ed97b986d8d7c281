import { spokenCode } from "../../../worksheets/contract/ids.ts";
import type { Formatters } from "../../i18n/format.ts";
import type { Messages } from "../../i18n/messages.ts";

const DAY_MS = 86_400_000;

/** What the page „Ihre Links“ knows about the new workshop. */
export interface CreatedView {
	title: string;
	code: string;
	joinUrl: string;
	facilitatorUrl: string;
	/** As it is to be written down. */
	recoveryCode: string;
	/** Host and port, as people type them. */
	address: string;
	privacyUrl: string;
	/** Epoch milliseconds; null when no date was given. */
	startsAt: number | null;
	minutes: number;
	place: string;
	retentionDays: number;
}

/** A mail to send around: when, where, how to join, until when it is kept. */
export function invitationText(created: CreatedView, create: Messages["create"], format: Formatters): string {
	const { startsAt, minutes, retentionDays } = created;
	const endsAt = startsAt === null ? null : startsAt + minutes * 60_000;
	return create
		.invitationText({
			title: created.title,
			date: startsAt === null ? null : format.date(startsAt),
			span: startsAt === null || endsAt === null ? null : format.timeSpan(startsAt, endsAt),
			start: startsAt === null ? null : format.time(startsAt),
			place: created.place || null,
			link: created.joinUrl,
			code: spokenCode(created.code),
			address: created.address,
			deleteOn: endsAt === null ? null : format.date(endsAt + retentionDays * DAY_MS),
			days: retentionDays,
			privacy: created.privacyUrl,
		})
		.replaceAll("\u00ad", "");
}
