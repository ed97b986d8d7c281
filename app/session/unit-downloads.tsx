import { LinkButton } from "../ui/link-button.tsx";
import { DOWNLOADS } from "./downloads.ts";

interface UnitDownloadsProps {
	workshop: string;
	names: readonly string[];
	/** What a link is called: each stands beside others of its format. */
	linkName: (file: { format: string; unit: string }) => string;
}

/** The files for each municipality of which something can be told. */
export function UnitDownloads({ workshop, names, linkName }: UnitDownloadsProps) {
	return (
		<ul className="downloads">
			{names.map((name) => (
				<li key={name} className="downloads__file">
					<span>{name}</span>
					<span className="cluster">
						{DOWNLOADS.map(({ format, name: label }) => (
							<LinkButton
								key={format}
								href={`/api/workshops/${workshop}/export.${format}?unit=${encodeURIComponent(name)}`}
								variant="secondary"
								icon="download"
								aria-label={linkName({ format: label, unit: name })}
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
