import type { Snapshot } from "../../worksheets/contract/snapshot.ts";
import { useMessages } from "../i18n/provider.tsx";
import { useServerNow } from "../session/session-provider.tsx";

/** How long it is until everybody is brought back. */
export function RecallBanner({ snapshot }: { snapshot: Snapshot }) {
	const { room } = useMessages();
	const { recall, phases } = snapshot;
	const now = useServerNow();
	if (recall === null) return null;
	const seconds = Math.max(0, Math.ceil((recall.endsAt - now) / 1000));
	const phase = phases.find(({ id }) => id === recall.phase)?.title ?? "";
	return (
		<section className="beamer__recall" aria-label={room.recallOn({ phase })}>
			<p>{room.recallOn({ phase })}</p>
			<p role="timer" aria-live="off">
				{seconds === 0 ? room.recallDue : room.recallLeft({ seconds })}
			</p>
		</section>
	);
}
