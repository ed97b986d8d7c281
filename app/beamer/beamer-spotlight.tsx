import { lazy, Suspense, useEffect } from "react";
import type { Snapshot } from "../../worksheets/contract/snapshot.ts";
import { useMessages } from "../i18n/provider.tsx";
import type { Worksheets } from "../session/phase-sheets-view.tsx";
import { sheetOwner } from "../session/sheet-name.ts";
import { useHydrated } from "../session/use-hydrated.ts";
import { ErrorBoundary } from "../ui/error-boundary.tsx";

/** It brings the document and its line. */
const ShownSheet = lazy(() => import("./shown-sheet.tsx"));

const RELOAD_AFTER_MS = 10_000;

/** The sheet that the room is shown, or one of its answers: as it is being written. */
export function BeamerSpotlight({ snapshot, worksheets }: { snapshot: Snapshot; worksheets: Worksheets }) {
	const messages = useMessages();
	const { beamer } = messages;
	const hydrated = useHydrated();
	const document = snapshot.documents.find(({ id }) => id === snapshot.spotlight?.document);
	const worksheet = document && worksheets[document.worksheet];
	if (document === undefined || worksheet === undefined) return <p>{beamer.loading}</p>;
	const { language } = snapshot.workshop;
	return (
		<>
			<h1 className="beamer__shown">
				{sheetOwner(snapshot, document, messages)}: <span lang={language}>{worksheet.title[language]}</span>
			</h1>
			{hydrated && (
				<ErrorBoundary fallback={<ReloadSoon />}>
					<Suspense fallback={<p>{beamer.loading}</p>}>
						<ShownSheet
							key={document.id}
							snapshot={snapshot}
							document={document}
							worksheet={worksheet}
							question={snapshot.spotlight?.question ?? null}
						/>
					</Suspense>
				</ErrorBoundary>
			)}
		</>
	);
}

/** Nobody stands at a projector to press a button: what could not be fetched is fetched with the page. */
function ReloadSoon() {
	const { beamer } = useMessages();
	useEffect(() => {
		const timer = setTimeout(() => window.location.reload(), RELOAD_AFTER_MS);
		return () => clearTimeout(timer);
	}, []);
	return <p>{beamer.loading}</p>;
}
