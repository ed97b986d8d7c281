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
	const news = useNews(snapshot, stage);

	useEffect(() => announce(news), [announce, news]);

	return (
		<section className="hold-bar" aria-label={news}>
			<p>
				<strong>{news}</strong> {unsaved === 0 ? session.textIsSafe : session.textIsBeingSaved}
			</p>
			<div className="cluster">
				<Button variant="primary" onClick={held.follow}>
					{session.toNewPhase}
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

function useNews(snapshot: Snapshot, stage: Stage): string {
	const { session } = useMessages();
	switch (stage.kind) {
		case "ended":
			return session.workshopOver;
		case "lobby":
			return session.backInLobby;
		case "phase":
			return session.newPhase({ title: snapshot.phases.find((phase) => phase.id === stage.phase)?.title ?? "" });
	}
}
