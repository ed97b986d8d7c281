import { lazy, useEffect, useRef, useState } from "react";
import type { DocumentView, PhaseView, Snapshot } from "../../worksheets/contract/snapshot.ts";
import { shownSheet, shownView } from "../../worksheets/contract/spotlight.ts";
import { useMessages } from "../i18n/provider.tsx";
import { useAnnounce } from "../ui/announce.tsx";
import { Disclosure } from "../ui/disclosure.tsx";
import { SkipLinks } from "../ui/skip-links.tsx";
import { FetchedPart } from "./fetched-part.tsx";
import { FoldOnDemand } from "./fold-on-demand.tsx";
import { GroupBar } from "./group-bar.tsx";
import { HelpCallControl } from "./help-call.tsx";
import { HoldBar } from "./hold-bar.tsx";
import {
	EndedView,
	KnownWorksheets,
	LaterPart,
	MovedBanner,
	MutedNotice,
	NewDate,
	RecallBar,
	RoomMore,
	SpotlightNotice,
} from "./later-parts.tsx";
import { LiveBar } from "./live-bar.tsx";
import { LobbyView } from "./lobby-view.tsx";
import { MessageBanners } from "./message-banners.tsx";
import { MySheets } from "./my-sheets.tsx";
import { NoLongerIn } from "./no-longer-in.tsx";
import { OpenedSheet } from "./opened-sheet.tsx";
import type { Worksheets } from "./phase-sheets-view.tsx";
import { PhaseStage } from "./phase-view.tsx";
import { useSnapshot } from "./session-provider.tsx";
import type { Stage } from "./stage.ts";
import { StatusLine } from "./status-line.tsx";
import type { TimerVoice } from "./timer-announcements.ts";
import { useEndedDevice } from "./use-ended-device.ts";
import { useHydrated } from "./use-hydrated.ts";
import { useKeptPage } from "./use-kept-page.ts";
import { useStageHold } from "./use-stage-hold.ts";
import { useTimerVoice } from "./use-timer-voice.ts";
import { useUnsentJournals } from "./use-unsent-journals.ts";

const PersonMenu = lazy(() => import("./person-menu.tsx").then(({ PersonMenu }) => ({ default: PersonMenu })));

const ShownPlenary = lazy(() =>
	import("./plenary/shown-plenary.tsx").then(({ ShownPlenary }) => ({ default: ShownPlenary })),
);

/** What stands in place of the phase: a sheet, or what the room is shown. */
interface Opened {
	/** Null: a view of all groups' sheets, which is shown to the room. */
	document: string | null;
	during: string;
	shown?: { question: string | null } | undefined;
}

interface LivePageProps {
	worksheets: Worksheets;
	/** The sheet that the address asks for, opened at once where this person has it. */
	sheet: string | null;
	onLeft: () => void;
}

/** A participant's one page: the facilitator moves the room, and this page moves with it, politely. */
export function LivePage({ worksheets, sheet, onLeft }: LivePageProps) {
	const { session, common } = useMessages();
	const snapshot = useSnapshot();
	const held = useStageHold(snapshot);
	const [voice, setVoice] = useState<TimerVoice>("all");
	const [writers, setWriters] = useState<readonly string[]>([]);
	const [opened, setOpened] = useState<Opened | null>(
		sheet === null ? null : { document: sheet, during: stageKey(held.shown) },
	);
	const phase = phaseOf(snapshot, held.shown);
	const heading = useStageChange(snapshot, held.shown);
	useTimerVoice(snapshot, voice);
	useUnsentJournals(snapshot);
	useKeptPage();
	useEndedDevice(snapshot);

	// A sheet opened during one phase closes with it, so that the room's next step is seen.
	const during = stageKey(held.shown);
	const inPlace = during === opened?.during ? opened : null;
	const document = snapshot.documents.find(({ id }) => id === inPlace?.document);
	const view = inPlace?.document === null ? shownView(snapshot.spotlight) : null;
	return (
		<>
			<SkipLinks
				targets={[
					{ id: "inhalt", label: common.skipToSheet },
					{ id: "status", label: common.skipToStatus },
				]}
			/>
			<LiveBar snapshot={snapshot} stage={held.shown} />
			{held.pending !== null && <HoldBar snapshot={snapshot} stage={held.pending} held={held} />}
			<LaterPart>
				<RecallBar snapshot={snapshot} />
			</LaterPart>
			<div className="live">
				<div className="live__notices">
					<NoLongerIn />
					<div className="live__status">
						<StatusLine />
						{held.shown.kind === "phase" && <HelpCallControl snapshot={snapshot} />}
					</div>
					<MessageBanners snapshot={snapshot} />
					<LaterPart>
						<NewDate snapshot={snapshot} />
						<MutedNotice snapshot={snapshot} />
						<SpotlightNotice
							snapshot={snapshot}
							isOpen={view !== null || document?.id === (shownSheet(snapshot.spotlight)?.document ?? null)}
							onShow={(spotlight) => {
								const { document: id, question } = shownSheet(spotlight) ?? { document: null, question: null };
								setOpened({ document: id, during, shown: { question } });
							}}
							onHide={() => setOpened((open) => (open?.shown === undefined ? open : null))}
						/>
					</LaterPart>
					<LaterPart>
						<MovedBanner snapshot={snapshot} />
						<KnownWorksheets worksheets={worksheets} />
					</LaterPart>
				</div>
				<aside className="live__side" aria-label={session.more}>
					<GroupBar snapshot={snapshot} writers={writers} />
				</aside>
				<main id="inhalt" className="live__main" tabIndex={-1}>
					<h1
						ref={heading}
						tabIndex={-1}
						className="live__title"
						lang={held.shown.kind === "ended" ? undefined : snapshot.workshop.language}
					>
						{title(snapshot, held.shown, session)}
					</h1>
					{document !== undefined ? (
						<OpenedSheet
							snapshot={snapshot}
							document={document}
							worksheets={worksheets}
							shown={opened?.shown}
							onWriters={setWriters}
							onClose={() => setOpened(null)}
						/>
					) : view !== null ? (
						<FetchedPart>
							<ShownPlenary snapshot={snapshot} view={view} onClose={() => setOpened(null)} />
						</FetchedPart>
					) : phase !== undefined ? (
						<PhaseStage snapshot={snapshot} phase={phase} worksheets={worksheets} onWriters={setWriters} />
					) : held.shown.kind === "ended" ? (
						<FetchedPart>
							<EndedView snapshot={snapshot} />
						</FetchedPart>
					) : (
						<LobbyView snapshot={snapshot} />
					)}
				</main>
				<LiveMore
					snapshot={snapshot}
					worksheets={worksheets}
					voice={voice}
					onVoice={setVoice}
					onLeft={onLeft}
					onOpen={({ id }) => setOpened({ document: id, during })}
				/>
			</div>
		</>
	);
}

interface LiveMoreProps {
	snapshot: Snapshot;
	worksheets: Worksheets;
	voice: TimerVoice;
	onVoice: (voice: TimerVoice) => void;
	onLeft: () => void;
	onOpen: (document: DocumentView) => void;
}

/** Everything that is not this phase, to unfold below it. */
function LiveMore({ snapshot, worksheets, voice, onVoice, onLeft, onOpen }: LiveMoreProps) {
	const { session } = useMessages();
	const hydrated = useHydrated();
	return (
		<section className="live__more" aria-label={session.more}>
			<Disclosure summary={session.mySheets} open={snapshot.workshop.status === "ended"}>
				<MySheets snapshot={snapshot} worksheets={worksheets} onOpen={onOpen} />
			</Disclosure>
			{hydrated && (
				<FetchedPart>
					<RoomMore snapshot={snapshot} onOpen={onOpen} />
				</FetchedPart>
			)}
			<FoldOnDemand summary={session.yourAccess}>
				<PersonMenu snapshot={snapshot} voice={voice} onVoice={onVoice} onLeft={onLeft} />
			</FoldOnDemand>
		</section>
	);
}

function phaseOf(snapshot: Snapshot, stage: Stage): PhaseView | undefined {
	return stage.kind === "phase" ? snapshot.phases.find((phase) => phase.id === stage.phase) : undefined;
}

function title(snapshot: Snapshot, stage: Stage, session: { ended: string }): string {
	if (stage.kind === "ended") return session.ended;
	return phaseOf(snapshot, stage)?.title ?? snapshot.workshop.title;
}

/**
 * What follows when another stage comes on the screen: the document's title, one polite announcement, and the focus on
 * the new heading, but only where it would otherwise be nowhere.
 */
function useStageChange(snapshot: Snapshot, stage: Stage) {
	const { session } = useMessages();
	const announce = useAnnounce();
	const heading = useRef<HTMLHeadingElement>(null);
	const name = stageName(snapshot, stage, session);
	const key = stageKey(stage);
	const shownKey = useRef(key);
	const latestName = useRef(name);
	latestName.current = name;

	useEffect(() => {
		document.title = `${name} – ${snapshot.workshop.title}`;
	}, [name, snapshot.workshop.title]);

	useEffect(() => {
		if (shownKey.current === key) return;
		shownKey.current = key;
		announce(latestName.current);
		if (document.activeElement === null || document.activeElement === document.body) heading.current?.focus();
	}, [key, announce]);

	return heading;
}

function stageKey(stage: Stage): string {
	return stage.kind === "phase" ? stage.phase : `/${stage.kind}`;
}

function stageName(
	snapshot: Snapshot,
	stage: Stage,
	session: {
		ended: string;
		startsSoon: string;
		phaseOf: (p: { number: number; count: number; title: string }) => string;
	},
): string {
	if (stage.kind === "ended") return session.ended;
	if (stage.kind === "lobby") return session.startsSoon;
	const index = snapshot.phases.findIndex((phase) => phase.id === stage.phase);
	return session.phaseOf({
		number: index + 1,
		count: snapshot.phases.length,
		title: snapshot.phases[index]?.title ?? "",
	});
}
