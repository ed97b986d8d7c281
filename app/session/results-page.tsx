import type { Snapshot } from "../../worksheets/contract/snapshot.ts";
import { useFormat } from "../i18n/format.ts";
import { useMessages } from "../i18n/provider.tsx";
import { Alert } from "../ui/alert.tsx";
import { LinkButton } from "../ui/link-button.tsx";
import { PageHead } from "../ui/page-head.tsx";
import { SkipLinks } from "../ui/skip-links.tsx";

const FORMATS = [
	{ format: "pdf", name: "PDF" },
	{ format: "md", name: "Markdown" },
	{ format: "json", name: "JSON" },
] as const;

/** The list of downloads. There is nothing before the first phase, and an interim state until the end. */
export function ResultsPage({ snapshot }: { snapshot: Pick<Snapshot, "workshop" | "you"> }) {
	const { session, results } = useMessages();
	const format = useFormat();
	const { id, title, status, deleteOn } = snapshot.workshop;
	const participates = snapshot.you.role === "participant";
	return (
		<>
			<SkipLinks />
			<main id="inhalt" className="page stack" tabIndex={-1}>
				<PageHead title={results.title} preline={title} />
				{status === "lobby" ? (
					<p>{results.noneYet}</p>
				) : (
					<>
						{status === "running" && (
							<Alert kind="info" title={results.interim}>
								{results.interimHint}
							</Alert>
						)}
						<p>{participates ? results.forParticipants : results.forFacilitators}</p>
						{(snapshot.you.people?.length ?? 0) > 1 && <p>{results.forTable}</p>}
						<ul className="downloads">
							{FORMATS.map(({ format: ending, name }) => (
								<li key={ending} className="downloads__file">
									<LinkButton
										href={`/api/workshops/${id}/export.${ending}`}
										variant={ending === "pdf" ? "primary" : "secondary"}
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
					</>
				)}
				<p>{session.deletedOn({ date: format.date(deleteOn) })}</p>
				<p>
					<LinkButton href={participates ? `/w/${id}` : `/w/${id}/leitung`} variant="tertiary" icon="chevron-left">
						{participates ? session.toWorkshop : session.toCockpit}
					</LinkButton>
				</p>
			</main>
		</>
	);
}
