import { useEffect, useState } from "react";
import { type PackageProgress, packageProgressSchema } from "../../worksheets/contract/package-progress.ts";
import { useMessages } from "../i18n/provider.tsx";
import { LinkButton } from "../ui/link-button.tsx";
import { request } from "./api-client.ts";
import { newCommandId } from "./command-id.ts";
import { DOWNLOADS } from "./downloads.ts";

const EVERY_MS = 1_000;
/** A package that has not begun by then was refused, and the browser says so. */
const MOST_UNBEGUN = 60;

/**
 * All results in one file, and while it comes how far it is. The file goes straight to the browser's downloads; the page
 * only asks. Without JavaScript it is a plain link.
 */
export function PackageDownload({ workshop }: { workshop: string }) {
	const { results } = useMessages();
	const [id, setId] = useState<string | null>(null);
	const progress = useProgress(workshop, id);
	const address = `/api/workshops/${workshop}/export.zip`;
	const failed = progress?.missing ?? [];
	return (
		<>
			<LinkButton
				href={address}
				variant="primary"
				icon="download"
				reloadDocument
				download
				onClick={(event) => {
					const next = newCommandId();
					// Read by the browser once this handler is done; the link itself stays what it is.
					event.currentTarget.href = `${address}?progress=${next}`;
					setId(next);
				}}
			>
				{results.downloadAll}
			</LinkButton>
			<span>{results.downloadAllHint}</span>
			<p role="status" className="downloads__said">
				{progress === null || progress.files === 0 ? "" : said(progress, results)}
			</p>
			{failed.length > 0 && (
				<ul className="plain-list downloads__said">
					{failed.map((fileName) => (
						<li key={fileName}>
							<Again workshop={workshop} fileName={fileName} />
						</li>
					))}
				</ul>
			)}
		</>
	);
}

/** A file that failed: as a link, where it can be had alone. */
function Again({ workshop, fileName }: { workshop: string; fileName: string }) {
	const { results } = useMessages();
	const format = DOWNLOADS.find(({ format: ending }) => fileName.endsWith(`.${ending}`));
	if (format === undefined || fileName.includes("/")) return <>{fileName}</>;
	return (
		<LinkButton
			href={`/api/workshops/${workshop}/export.${format.format}`}
			variant="tertiary"
			icon="download"
			reloadDocument
			download
		>
			{results.packageAgain({ format: format.name })}
		</LinkButton>
	);
}

function said(
	{ files, written, missing, over }: PackageProgress,
	results: ReturnType<typeof useMessages>["results"],
): string {
	if (!over) return results.packageProgress({ written, files });
	if (written + missing.length < files) return results.packageBroken;
	return missing.length === 0 ? results.packageDone({ files }) : results.packageLacks({ missing: missing.length });
}

/** What the server says of that package, every second until it is over. */
function useProgress(workshop: string, id: string | null): PackageProgress | null {
	const [progress, setProgress] = useState<PackageProgress | null>(null);
	useEffect(() => {
		setProgress(null);
		if (id === null) return;
		let timer: ReturnType<typeof setTimeout> | undefined;
		let left = false;
		let unbegun = 0;
		const ask = async () => {
			const answer = await request("GET", `/api/workshops/${workshop}/export-progress/${id}`);
			if (left) return;
			const parsed = answer.ok ? packageProgressSchema.safeParse(answer.value) : null;
			if (parsed?.success) setProgress(parsed.data);
			if (!parsed?.success || parsed.data.files === 0) unbegun += 1;
			if (parsed?.data?.over || unbegun > MOST_UNBEGUN) return;
			timer = setTimeout(() => void ask(), EVERY_MS);
		};
		timer = setTimeout(() => void ask(), EVERY_MS / 4);
		return () => {
			left = true;
			clearTimeout(timer);
		};
	}, [workshop, id]);
	return progress;
}
