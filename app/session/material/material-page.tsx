import { lazy, Suspense } from "react";
import { steers } from "../../../worksheets/contract/roles.ts";
import type { PhaseView } from "../../../worksheets/contract/snapshot.ts";
import { useMessages } from "../../i18n/provider.tsx";
import { Alert } from "../../ui/alert.tsx";
import { ErrorBoundary } from "../../ui/error-boundary.tsx";
import { LinkButton } from "../../ui/link-button.tsx";
import { PageHead } from "../../ui/page-head.tsx";
import { SkipLinks } from "../../ui/skip-links.tsx";
import { NoLongerIn } from "../no-longer-in.tsx";
import { useSession } from "../session-provider.tsx";
import { useHydrated } from "../use-hydrated.ts";
import { MaterialEntry } from "./material-entry.tsx";

const ManagePhase = lazy(() => import("../../facilitator/material/manage-phase.tsx"));

/** Files and links, phase by phase: what this person is told of by now. */
export function MaterialPage() {
	const { material, session } = useMessages();
	const { snapshot, connection } = useSession();
	const hydrated = useHydrated();
	const { workshop, phases, you } = snapshot;
	const steering = steers(you.role);
	const managing = steering && hydrated;
	const shown = steering ? phases : phases.filter(({ materials }) => materials !== undefined);
	const home = you.role === "participant" ? `/w/${workshop.id}` : `/w/${workshop.id}/leitung`;
	return (
		<>
			<SkipLinks />
			<main id="inhalt" className="page stack" tabIndex={-1}>
				<PageHead title={material.title} preline={workshop.title} />
				<NoLongerIn />
				{(connection === "offline" || connection === "reconnecting") && (
					<Alert kind="warning" role="status" title={material.offline} />
				)}
				{steering && <p>{material.forFacilitators}</p>}
				{shown.length === 0 && <p>{material.none}</p>}
				{shown.map((phase) => (
					<section key={phase.id} className="stack-tight" aria-labelledby={`phase-${phase.id}`}>
						<h2 id={`phase-${phase.id}`} lang={workshop.language}>
							{phase.title}
						</h2>
						{managing ? (
							<ErrorBoundary fallback={<MaterialList phase={phase} />}>
								<Suspense fallback={<MaterialList phase={phase} />}>
									<ManagePhase snapshot={snapshot} phase={phase} />
								</Suspense>
							</ErrorBoundary>
						) : (
							<MaterialList phase={phase} />
						)}
					</section>
				))}
				<p className="cluster">
					<LinkButton href={home} variant="tertiary" icon="chevron-left">
						{you.role === "participant" ? session.toWorkshop : session.toCockpit}
					</LinkButton>
					{steering && <LinkButton href={`/w/${workshop.id}/planung`}>{material.toPlan}</LinkButton>}
				</p>
			</main>
		</>
	);
}

function MaterialList({ phase: { materials = [] } }: { phase: PhaseView }) {
	const { material } = useMessages();
	if (materials.length === 0) return <p className="muted">{material.noneYet}</p>;
	return (
		<ul className="materials">
			{materials.map((entry, index) => (
				// biome-ignore lint/suspicious/noArrayIndexKey: the same link may stand there twice
				<MaterialEntry key={`${entry.url} ${index}`} material={entry} />
			))}
		</ul>
	);
}
