import { useEffect, useRef } from "react";
import type { Snapshot } from "../../../worksheets/contract/snapshot.ts";
import { useMessages } from "../../i18n/provider.tsx";
import { useAnnounce } from "../../ui/announce.tsx";
import { Button } from "../../ui/button.tsx";
import { sheetOwner } from "../sheet-name.ts";
import { useTyping } from "../use-typing.ts";

type Shown = NonNullable<Snapshot["spotlight"]>;

interface SpotlightNoticeProps {
	snapshot: Snapshot;
	opened: string | null;
	onShow: (shown: Shown) => void;
	onHide: () => void;
}

/**
 * What those who steer show to everybody comes on the screen by itself, unless this person is writing: then a button
 * leads to it, and whoever has looked enough goes back to their own work the same way.
 */
export function SpotlightNotice({ snapshot, opened, onShow, onHide }: SpotlightNoticeProps) {
	const messages = useMessages();
	const { room } = messages;
	const announce = useAnnounce();
	const typing = useTyping();
	const notice = useRef<HTMLElement>(null);
	const document = snapshot.documents.find(({ id }) => id === snapshot.spotlight?.document);
	const shown = document === undefined ? null : snapshot.spotlight;
	const news = document === undefined ? "" : room.shown({ what: sheetOwner(snapshot, document, messages) });
	const act = { onShow, onHide };
	const latest = useRef({ ...act, shown, news });
	latest.current = { ...act, shown, news };

	const key = shown === null ? null : `${shown.document} ${shown.question ?? ""}`;
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

	const isOpen = shown !== null && opened === shown.document;
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
