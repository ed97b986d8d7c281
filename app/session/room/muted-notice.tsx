import { useEffect, useRef } from "react";
import type { Snapshot } from "../../../worksheets/contract/snapshot.ts";
import { useMessages } from "../../i18n/provider.tsx";
import { useAnnounce } from "../../ui/announce.tsx";

/** Why this person cannot write in what others share, for as long as it is so; said when it begins and when it ends. */
export function MutedNotice({ snapshot }: { snapshot: Snapshot }) {
	const { room } = useMessages();
	const announce = useAnnounce();
	const muted = snapshot.you.muted === true;
	const before = useRef(muted);
	useEffect(() => {
		if (before.current === muted) return;
		before.current = muted;
		announce(muted ? room.youAreMuted : room.youAreUnmuted);
	}, [muted, announce, room]);
	return muted ? <p className="sheet-notice">{room.youAreMuted}</p> : null;
}
