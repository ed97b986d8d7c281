import { type ComponentType, useState } from "react";
import { steers } from "../../../worksheets/contract/roles.ts";
import { usePlenaryWords } from "../../charts/use-plenary-words.ts";
import { useMessages } from "../../i18n/provider.tsx";
import type { Worksheets } from "../../session/phase-sheets-view.tsx";
import { useSession } from "../../session/session-provider.tsx";
import { StatusLine } from "../../session/status-line.tsx";
import { useKnownWorksheets } from "../../session/use-known-worksheets.ts";
import { LinkButton } from "../../ui/link-button.tsx";
import { SkipLinks } from "../../ui/skip-links.tsx";
import { Tabs, tabId } from "../../ui/tabs.tsx";
import { LineNotice } from "../line-notice.tsx";
import { MeasuresProvider } from "../measures/measures.tsx";
import { PutOut } from "../put-out.tsx";
import { RoomNow } from "../room/room-now.tsx";
import { DistributionTab } from "./distribution-tab.tsx";
import { HeatmapTab } from "./heatmap-tab.tsx";
import { SynthesisTab } from "./synthesis-tab.tsx";
import type { PlenaryTabProps } from "./tab-props.ts";
import { UnitsTab } from "./units-tab.tsx";
import { VotesTab } from "./votes-tab.tsx";

const PANEL = "plenary-panel";
const TAB_IDS = ["heatmap", "distribution", "units", "answers", "votes"] as const;
type TabId = (typeof TAB_IDS)[number];

/** One component a tab: the compiler names a tab without one. */
const TABS: Record<TabId, ComponentType<PlenaryTabProps>> = {
	heatmap: HeatmapTab,
	distribution: DistributionTab,
	units: UnitsTab,
	answers: SynthesisTab,
	votes: VotesTab,
};

/** What the groups have come to, side by side, and from where it is shown to everybody. */
export function PlenaryPage({ worksheets }: { worksheets: Worksheets }) {
	const words = usePlenaryWords();
	const { facilitator } = useMessages();
	const { snapshot } = useSession();
	const [current, setCurrent] = useState<TabId>("heatmap");
	useKnownWorksheets(worksheets);
	const Tab = TABS[current];
	const steering = steers(snapshot.you.role);
	return (
		<>
			<SkipLinks />
			<main id="inhalt" className="plenary-page" tabIndex={-1}>
				<header className="plenary-page__head">
					<p className="muted" lang={snapshot.workshop.language}>
						{snapshot.workshop.title}
					</p>
					<h1>{words.title}</h1>
					<p>{steering ? words.lead : words.leadObserver}</p>
					<div className="cluster">
						<LinkButton href={`/w/${snapshot.workshop.id}/leitung`} variant="tertiary" icon="chevron-left">
							{steering ? words.toCockpit : facilitator.access.observing}
						</LinkButton>
					</div>
					<PutOut />
					{steering && <LineNotice />}
					{steering && <StatusLine />}
					{steering && <RoomNow snapshot={snapshot} />}
				</header>
				<Tabs
					label={words.views}
					tabs={TAB_IDS.map((id) => ({ id, label: words.tabs[id] }))}
					current={current}
					onChange={(id) => setCurrent(TAB_IDS.find((tab) => tab === id) ?? "heatmap")}
					panelId={PANEL}
				/>
				<div id={PANEL} role="tabpanel" aria-labelledby={tabId(PANEL, current)} className="plenary-page__panel">
					<MeasuresProvider worksheets={worksheets}>
						<Tab snapshot={snapshot} worksheets={worksheets} />
					</MeasuresProvider>
				</div>
			</main>
		</>
	);
}
