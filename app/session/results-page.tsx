import { lazy, Suspense } from "react";
import type { Snapshot } from "../../worksheets/contract/snapshot.ts";
import { useFormat } from "../i18n/format.ts";
import { useMessages } from "../i18n/provider.tsx";
import { Alert } from "../ui/alert.tsx";
import { ErrorBoundary } from "../ui/error-boundary.tsx";
import { LinkButton } from "../ui/link-button.tsx";
import { PageHead } from "../ui/page-head.tsx";
import { SkipLinks } from "../ui/skip-links.tsx";
import { DOWNLOADS } from "./downloads.ts";
import { PackageDownload } from "./package-download.tsx";
import { PartDownloads } from "./part-downloads.tsx";
import { SingleParts, type SnapshotOfParts } from "./single-parts.tsx";
import { useHydrated } from "./use-hydrated.ts";

const OneTimeLink = lazy(() => import("./one-time-link.tsx"));
const MeasuresFiles = lazy(() => import("./measures-files.tsx"));

/** The list of downloads. There is nothing before the first phase, and an interim state until the end. */
export function ResultsPage({ snapshot }: { snapshot: SnapshotOfParts & Pick<Snapshot, "units" | "phases"> }) {
	const { session, results } = useMessages();
	const format = useFormat();
	const { id, title, status, deleteOn, language, takeHome } = snapshot.workshop;
	const hydrated = useHydrated();
	const names = snapshot.units?.names ?? [];
	const participates = snapshot.you.role === "participant";
	const waits = participates && takeHome === "after-end" && status !== "ended";
	const keptToOwn = participates && takeHome === "own";
	return (
		<>
			<SkipLinks />
			<main id="inhalt" className="page stack" tabIndex={-1}>
				<PageHead title={results.title} preline={title} />
				{status === "lobby" ? (
					<p>{results.noneYet}</p>
				) : waits ? (
					<p>{results.afterEnd}</p>
				) : (
					<>
						{status === "running" && (
							<Alert kind="info" title={results.interim}>
								{results.interimHint}
							</Alert>
						)}
						<p>{!participates ? results.forFacilitators : keptToOwn ? results.onlyOwn : results.forParticipants}</p>
						{(snapshot.you.people?.length ?? 0) > 1 && <p>{results.forTable}</p>}
						<ul className="downloads">
							<li className="downloads__file">
								<PackageDownload workshop={id} />
							</li>
							{DOWNLOADS.map(({ format: ending, name }) => (
								<li key={ending} className="downloads__file">
									<LinkButton
										href={`/api/workshops/${id}/export.${ending}`}
										variant="secondary"
										icon="download"
										reloadDocument
										download
									>
										{results.download({ format: name })}
									</LinkButton>
									<span>{results.downloadHint[ending]}</span>
								</li>
							))}
						</ul>
						<SingleParts snapshot={snapshot} />
						<ErrorBoundary fallback={null}>
							<Suspense>{hydrated && <OneTimeLink workshop={id} />}</Suspense>
						</ErrorBoundary>
						<ErrorBoundary fallback={null}>
							<Suspense>{hydrated && <MeasuresFiles workshop={id} language={language} />}</Suspense>
						</ErrorBoundary>
						{names.length > 0 && !keptToOwn && (
							<section className="stack-tight" aria-labelledby="units">
								<h2 id="units">{participates ? results.ownUnit : results.units}</h2>
								<p>{results.unitsHint}</p>
								<PartDownloads
									workshop={id}
									parts={names.map((unit) => ({ name: unit, part: { kind: "unit", unit } }))}
									linkName={results.downloadPart}
								/>
							</section>
						)}
					</>
				)}
				{(!participates || snapshot.phases.some(({ materials }) => materials !== undefined)) && (
					<p>
						<LinkButton href={`/w/${id}/material`}>{results.toMaterials}</LinkButton>
					</p>
				)}
				<p>{session.deletedOn({ date: format.date(deleteOn) })}</p>
				{snapshot.workshop.series?.id !== undefined && (
					<p>
						<LinkButton href={`/reihe/${snapshot.workshop.series.id}`}>{results.toSeries}</LinkButton>
					</p>
				)}
				<p>
					<LinkButton href={participates ? `/w/${id}` : `/w/${id}/leitung`} variant="tertiary" icon="chevron-left">
						{participates ? session.toWorkshop : session.toCockpit}
					</LinkButton>
				</p>
			</main>
		</>
	);
}
