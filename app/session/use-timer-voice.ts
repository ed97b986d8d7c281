import { useEffect, useRef } from "react";
import type { Snapshot } from "../../worksheets/contract/snapshot.ts";
import type { Messages } from "../i18n/messages.ts";
import { useMessages } from "../i18n/provider.tsx";
import { useAnnounce } from "../ui/announce.tsx";
import { ownTimer } from "./own-timer.ts";
import { useServerNow } from "./session-provider.tsx";
import {
	isHeard,
	type TimerAnnouncement,
	type TimerMoment,
	type TimerVoice,
	timerAnnouncement,
} from "./timer-announcements.ts";

function sentence(announcement: TimerAnnouncement, { session }: Messages): string {
	switch (announcement.kind) {
		case "started":
			return session.timerStarted(announcement);
		case "left":
			return session.timeLeft(announcement);
		case "over":
			return session.timeUp;
		case "extended":
			return session.timerExtended(announcement);
		case "shortened":
			return session.timerShortened(announcement);
		case "paused":
			return session.timerStopped;
	}
}

/** Says the marks of the current phase's time aloud, politely and once each. */
export function useTimerVoice(snapshot: Snapshot, voice: TimerVoice): void {
	const messages = useMessages();
	const announce = useAnnounce();
	const now = useServerNow();
	const last = useRef<TimerMoment | null>(null);
	const timer = ownTimer(snapshot);
	const { currentPhase } = snapshot;
	const minutes = snapshot.phases.find((phase) => phase.id === currentPhase)?.minutes ?? 0;

	useEffect(() => {
		const moment: TimerMoment = { timer, now, phase: currentPhase };
		const before = last.current;
		last.current = moment;
		// What ran before this page was opened is on the screen; it is no news.
		if (before === null) return;
		const announcement = timerAnnouncement(before, moment, minutes);
		if (announcement !== null && isHeard(announcement, voice)) announce(sentence(announcement, messages));
	}, [timer, now, currentPhase, minutes, voice, announce, messages]);
}
