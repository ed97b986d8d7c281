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
	const { session } = useMessages();
	const format = useFormat();
	const { id, title, status, deleteOn } = snapshot.workshop;
	const participates = snapshot.you.role === "participant";
	return (
		<>
			<SkipLinks />
			<main id="inhalt" className="page stack" tabIndex={-1}>
				<PageHead title={session.results} preline={title} />
				{status === "lobby" ? (
					<p>{session.noResultsYet}</p>
				) : (
					<>
						{status === "running" && (
							<Alert kind="info" title={session.interim}>
								{session.interimHint}
							</Alert>
						)}
						<p>{participates ? session.resultsForParticipants : session.resultsForFacilitators}</p>
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
										{session.download({ format: name })}
									</LinkButton>
									<span>{session.downloadHint[ending]}</span>
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
