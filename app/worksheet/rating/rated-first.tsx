import { lazy, type ReactNode, Suspense } from "react";
import type { Block } from "../../../worksheets/blocks/definitions.ts";
import type { Snapshot } from "../../../worksheets/contract/snapshot.ts";
import { ratedAlone } from "../../../worksheets/document/rated-alone.ts";
import { useMessages } from "../../i18n/provider.tsx";
import { useSnapshot } from "../../session/session-provider.tsx";
import { ErrorBoundary } from "../../ui/error-boundary.tsx";
import { type OpenSheet, useSheet } from "../sheet-context.tsx";
import { loadRating } from "./load-rating.ts";

const RatingSteps = lazy(loadRating);

export interface RatedFirstProps {
	block: Block;
	item: string | undefined;
	/** The question's name in the document. */
	question: string;
	/** Id of the element with the question's text. */
	labelledBy: string;
	/** The shared sheet's own answer. */
	children: ReactNode;
}

/** An answer; where each person rates it alone first, the last of three steps. */
export function RatedFirst(props: RatedFirstProps) {
	const { session } = useMessages();
	const isAlone = isRatedAlone(useSheet(), useSnapshot(), props.block);
	if (!isAlone) return props.children;
	return (
		// Without the steps there is still what the group says.
		<ErrorBoundary fallback={props.children}>
			<Suspense fallback={<p className="sheet-muted">{session.loadingSheet}</p>}>
				<RatingSteps {...props} />
			</Suspense>
		</ErrorBoundary>
	);
}

function isRatedAlone({ worksheet, scope, documentId }: OpenSheet, snapshot: Snapshot, { id }: Block): boolean {
	const document = snapshot.documents.find((candidate) => candidate.id === documentId);
	const phases = snapshot.phases.filter((phase) => phase.enteredAt !== null && document?.phases.includes(phase.id));
	return ratedAlone(worksheet, scope, phases).some((block) => block.id === id);
}
