import { useEffect, useRef } from "react";
import type { Snapshot, Spotlight } from "../../../worksheets/contract/snapshot.ts";
import { useMessages } from "../../i18n/provider.tsx";
import { useAnnounce } from "../../ui/announce.tsx";
import { Button } from "../../ui/button.tsx";
import { shownName } from "../shown-name.ts";
import { useTyping } from "../use-typing.ts";

interface SpotlightNoticeProps {
	snapshot: Snapshot;
	/** Whether it is on this screen. */
	isOpen: boolean;
	onShow: (shown: Spotlight) => void;
	onHide: () => void;
}

/**
 * What those who steer show to everybody comes on the screen by itself, unless this person is writing: then a button
 * leads to it, and whoever has looked enough goes back to their own work the same way.
 */
export function SpotlightNotice({ snapshot, isOpen, onShow, onHide }: SpotlightNoticeProps) {
	const messages = useMessages();
	const { room } = messages;
	const announce = useAnnounce();
	const typing = useTyping();
	const notice = useRef<HTMLElement>(null);
	const what = shownName(snapshot, messages);
	const shown = what === null ? null : snapshot.spotlight;
	const news = what === null ? "" : room.shown({ what });
	const act = { onShow, onHide };
	const latest = useRef({ ...act, shown, news });
	latest.current = { ...act, shown, news };

	const key = shown === null ? null : JSON.stringify(shown);
	const before = useRef<string | null>(null);
	useEffect(() => {
		const { shown: now, news: sentence, onShow: show, onHide: hide } = latest.current;
		const was = before.current;
		before.current = key;
		if (was === key) return;
		if (now === null) {
			hide();
			announce(room.shownOver);
			return;
		}
		announce(sentence);
		if (!typing()) show(now);
	}, [key, typing, announce, room]);

	useEffect(() => {
		// What had the focus has gone with the phase's sheet; where it is somewhere, it stays there.
		if (isOpen && window.document.activeElement === window.document.body) notice.current?.focus();
	}, [isOpen]);

	if (shown === null) return null;
	return (
		<section ref={notice} tabIndex={-1} className="message-banner" aria-label={news}>
			<p>
				<strong>{news}</strong>
			</p>
			{!isOpen && <Button onClick={() => onShow(shown)}>{room.shownLook}</Button>}
		</section>
	);
}
