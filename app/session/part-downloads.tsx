import { type ResultPart, resultPartQuery } from "../../worksheets/contract/result-part.ts";
import { LinkButton } from "../ui/link-button.tsx";
import { DOWNLOADS } from "./downloads.ts";

interface PartDownloadsProps {
	workshop: string;
	/** What each holds, and what it is called. */
	parts: readonly { name: string; part: ResultPart }[];
	/** What a link is called: each stands beside others of its format. */
	linkName: (file: { format: string; of: string }) => string;
}

/** The files of parts of the results, each in every format. */
export function PartDownloads({ workshop, parts, linkName }: PartDownloadsProps) {
	return (
		<ul className="downloads">
			{parts.map(({ name, part }) => (
				<li key={resultPartQuery(part)} className="downloads__file">
					<span className="downloads__of">{name}</span>
					<span className="cluster">
						{DOWNLOADS.map(({ format, name: label }) => (
							<LinkButton
								key={format}
								href={`/api/workshops/${workshop}/export.${format}${resultPartQuery(part)}`}
								variant="secondary"
								icon="download"
								aria-label={linkName({ format: label, of: name })}
								reloadDocument
								download
							>
								{label}
							</LinkButton>
						))}
					</span>
				</li>
			))}
		</ul>
	);
}
