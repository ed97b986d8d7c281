import type { Timer } from "../../worksheets/contract/snapshot.ts";
import type { Messages } from "../i18n/messages.ts";
import { useMessages } from "../i18n/provider.tsx";
import { useServerNow } from "./session-provider.tsx";
import { clockFace, drawsAttention, readTimer } from "./timer.ts";

/** The timer in words: „Noch 18 Min.“, „Noch 4:07“, „Zeit ist um +2 Min.“. `planned`: the phase's minutes. */
function timerText(timer: Timer, now: number, planned: number, { session }: Messages): string {
	const reading = readTimer(timer, now);
	switch (reading.kind) {
		case "idle":
			return session.timePlanned({ minutes: planned });
		case "over":
			return reading.minutes === 0
				? session.timeUp
				: `${session.timeUp} ${session.timeOver({ minutes: reading.minutes })}`;
		case "minutes":
		case "clock": {
			const left =
				reading.kind === "minutes"
					? session.timeLeft({ minutes: reading.minutes })
					: session.timeLeftClock({ clock: clockFace(reading.minutes, reading.seconds) });
			return reading.paused ? session.timePaused({ left }) : left;
		}
	}
}

/** The time to look at. It is never read aloud by itself; use-timer-voice.ts says the marks that matter. */
export function TimerDisplay({ timer, planned }: { timer: Timer; planned: number }) {
	const messages = useMessages();
	const now = useServerNow();
	return (
		<p
			className={drawsAttention(timer, now) ? "timer timer--notice" : "timer"}
			role="timer"
			aria-live="off"
			aria-label={messages.session.timerLabel}
		>
			{timerText(timer, now, planned, messages)}
		</p>
	);
}
