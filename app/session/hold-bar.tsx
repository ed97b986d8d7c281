import { useEffect } from "react";
import type { Snapshot } from "../../worksheets/contract/snapshot.ts";
import { useMessages } from "../i18n/provider.tsx";
import { useAnnounce } from "../ui/announce.tsx";
import { Button } from "../ui/button.tsx";
import { useOpenSheets } from "./open-sheets.tsx";
import type { Stage } from "./stage.ts";
import type { HeldStage } from "./use-stage-hold.ts";

/** Tells a person who is typing that the room has moved on; the focus and the text stay where they are. */
export function HoldBar({ snapshot, stage, held }: { snapshot: Snapshot; stage: Stage; held: HeldStage }) {
	const { session } = useMessages();
	const announce = useAnnounce();
	const { unsaved } = useOpenSheets();
	const { news, follow } = useNews(snapshot, stage);

	useEffect(() => announce(news), [announce, news]);

	return (
		<section className="hold-bar" aria-label={news}>
			<p>
				<strong>{news}</strong> {unsaved === 0 ? session.textIsSafe : session.textIsBeingSaved}
			</p>
			<div className="cluster">
				<Button variant="primary" onClick={held.follow}>
					{follow}
				</Button>
				<Button
					variant="secondary"
					onClick={() => {
						held.stay();
						announce(session.sixtySecondsGiven);
					}}
				>
					{session.sixtySeconds}
				</Button>
			</div>
		</section>
	);
}

/** What is new, and where the way there leads. */
function useNews(snapshot: Snapshot, stage: Stage): { news: string; follow: string } {
	const { session } = useMessages();
	switch (stage.kind) {
		case "ended":
			return { news: session.workshopOver, follow: session.toEnd };
		case "lobby":
			return { news: session.backInLobby, follow: session.toLobby };
		case "phase": {
			const title = snapshot.phases.find((phase) => phase.id === stage.phase)?.title ?? "";
			return { news: session.newPhase({ title }), follow: session.toNewPhase };
		}
	}
}
