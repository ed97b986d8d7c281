import { useEffect, useRef, useState } from "react";
import type { Snapshot } from "../../../worksheets/contract/snapshot.ts";
import { useFormat } from "../../i18n/format.ts";
import { useMessages } from "../../i18n/provider.tsx";
import { Alert } from "../../ui/alert.tsx";
import { useAnnounce } from "../../ui/announce.tsx";
import { Button } from "../../ui/button.tsx";

/** Tells people that the day on which everything goes is another one than they were told; never by the end alone. */
export function NewDate({ snapshot }: { snapshot: Snapshot }) {
	const { room, session } = useMessages();
	const format = useFormat();
	const announce = useAnnounce();
	const { retentionDays, deleteOn } = snapshot.workshop;
	const before = useRef({ retentionDays, deleteOn });
	const [news, setNews] = useState<string | null>(null);
	const sentence = room.newDate({ date: format.date(deleteOn), before: format.date(before.current.deleteOn) });

	useEffect(() => {
		if (before.current.retentionDays !== retentionDays) {
			setNews(sentence);
			announce(sentence);
		}
		before.current = { retentionDays, deleteOn };
	}, [retentionDays, deleteOn, sentence, announce]);

	if (news === null) return null;
	return (
		<Alert kind="info" title={news}>
			<div className="cluster">
				<Button onClick={() => setNews(null)}>{session.gotIt}</Button>
			</div>
		</Alert>
	);
}
