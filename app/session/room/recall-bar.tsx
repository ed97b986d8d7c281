import { type ReactNode, useEffect, useRef } from "react";
import type { Snapshot } from "../../../worksheets/contract/snapshot.ts";
import { useMessages } from "../../i18n/provider.tsx";
import { useAnnounce } from "../../ui/announce.tsx";
import { useServerNow } from "../session-provider.tsx";

/** Seconds left at which the time is said again. */
const LAST_CALL = 10;

/**
 * How long it is until everybody is brought back, for everybody to see; said when it begins, near its end, and when it
 * is cancelled. The focus stays where it is. `children`: what may be done about it.
 */
export function RecallBar({ snapshot, children }: { snapshot: Snapshot; children?: ReactNode }) {
	const { room } = useMessages();
	const { recall } = snapshot;
	const now = useServerNow();
	const seconds = recall === null ? 0 : Math.max(0, Math.ceil((recall.endsAt - now) / 1000));
	const phase = snapshot.phases.find(({ id }) => id === recall?.phase)?.title ?? "";
	useRecallVoice(snapshot, seconds, phase);
	if (recall === null) return null;
	return (
		<section className="hold-bar recall-bar" aria-label={room.recallOn({ phase })}>
			<p>
				<strong>{room.recallOn({ phase })}.</strong>{" "}
				<span role="timer" aria-live="off" className="recall-bar__left">
					{seconds === 0 ? room.recallDue : room.recallLeft({ seconds })}
				</span>
			</p>
			{children}
		</section>
	);
}

function useRecallVoice({ recall, currentPhase }: Snapshot, seconds: number, phase: string): void {
	const { room } = useMessages();
	const announce = useAnnounce();
	const last = useRef<{ endsAt: number; seconds: number; from: string | null } | null>(null);
	useEffect(() => {
		const before = last.current;
		last.current = recall === null ? null : { endsAt: recall.endsAt, seconds, from: currentPhase };
		if (recall === null) {
			// Where the phase is another, that is the news.
			if (before !== null && before.from === currentPhase) announce(room.recallCancelled);
			return;
		}
		const isNew = before?.endsAt !== recall.endsAt;
		const isLast = before !== null && before.seconds > LAST_CALL && seconds <= LAST_CALL && seconds > 0;
		if (isNew ? seconds > 0 : isLast) announce(room.recallSaid({ phase, seconds }));
	}, [recall, currentPhase, seconds, phase, announce, room]);
}
