import { useEffect, useRef, useState } from "react";
import { groupLabel } from "../../worksheets/contract/group-letter.ts";
import type { Snapshot } from "../../worksheets/contract/snapshot.ts";
import { useMessages } from "../i18n/provider.tsx";
import { Alert } from "../ui/alert.tsx";
import { useAnnounce } from "../ui/announce.tsx";
import { Button } from "../ui/button.tsx";
import { ownGroup } from "./phase-sheets.ts";

/** Tells a person who was moved where they are now, and that nothing they wrote went along or got lost. */
export function MovedBanner({ snapshot }: { snapshot: Snapshot }) {
	const { session } = useMessages();
	const announce = useAnnounce();
	const group = ownGroup(snapshot);
	const lastGroup = useRef(group?.id ?? null);
	const before = useRef(group?.id ?? null);
	const [news, setNews] = useState<string | null>(null);
	const banner = useRef<HTMLElement>(null);
	const now = group?.id ?? null;
	const name = group === null ? "" : groupLabel(group.index, group.name);

	useEffect(() => {
		if (before.current === now) return;
		before.current = now;
		const left = lastGroup.current;
		lastGroup.current = now ?? left;
		// The first group is no news, and being back in one's own takes the news away.
		const sentence = left === null || left === now ? null : now === null ? session.movedOut : session.moved({ name });
		setNews(sentence);
		if (sentence !== null) announce(sentence);
	}, [now, name, session, announce]);

	useEffect(() => {
		// The field somebody was writing in has gone with its sheet: this is what they have to see now.
		if (news !== null && document.activeElement === document.body) banner.current?.focus();
	}, [news]);

	function dismiss(): void {
		setNews(null);
		document.getElementById("inhalt")?.focus();
	}

	if (news === null) return null;
	return (
		<section ref={banner} tabIndex={-1} aria-label={news}>
			<Alert kind="info" title={news}>
				<div className="cluster">
					<Button onClick={dismiss}>{session.gotIt}</Button>
				</div>
			</Alert>
		</section>
	);
}
