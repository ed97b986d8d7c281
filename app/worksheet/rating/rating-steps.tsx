import { type ReactNode, useId, useMemo, useRef } from "react";
import { ratingResultSchema } from "../../../worksheets/assessment/rating-result.ts";
import { steers } from "../../../worksheets/contract/roles.ts";
import type { RatingView, Snapshot } from "../../../worksheets/contract/snapshot.ts";
import { useRatingWords } from "../../charts/use-rating-words.ts";
import { useSnapshot } from "../../session/session-provider.tsx";
import { Button } from "../../ui/button.tsx";
import { ownSheets } from "../own-sheets.ts";
import { usePairedSheet } from "../paired-sheet.tsx";
import { type OpenSheet, SheetProvider, useSheet } from "../sheet-context.tsx";
import { RateAlone } from "./rate-alone.tsx";
import type { RatedFirstProps } from "./rated-first.tsx";
import { RevealControl } from "./reveal-control.tsx";
import { Spread } from "./spread.tsx";
import { useAnnounceReveal } from "./use-announce-reveal.ts";
import { useOwnRating } from "./use-own-rating.ts";

/**
 * A question that each person rates alone first: their own rating, which lies in their own document; how all of them are
 * spread, once it is revealed; and what they agree on. Nothing forces the order, but the second waits for the reveal.
 */
export default function RatingSteps({ children, ...rated }: RatedFirstProps) {
	const { block, item, question, labelledBy } = rated;
	const open = useSheet();
	const words = useRatingWords();
	const snapshot = useSnapshot();
	const view = snapshot.ratings.find((one) => one.document === open.documentId && one.question === question);
	useAnnounceReveal(view, labelledBy);
	const sheets = open.outside ? [] : ownSheets(snapshot, open.worksheet.id);
	const single = sheets.length === 1 ? sheets[0] : undefined;
	const ownSheet = usePairedSheet(single?.id ?? null);
	const own = useOwnRating(ownSheet?.doc ?? null, block, item, question);
	const together = useMemo(() => ({ ...open, agreed: true }), [open]);
	const agreed = (
		<SheetProvider value={together}>
			{open.writable && <p className="sheet-muted">{words.groupHint}</p>}
			{children}
		</SheetProvider>
	);
	const spread = (
		<Revealing snapshot={snapshot} view={view}>
			{view?.revealed && <Spread view={view} block={block} own={own?.submitted ? own.parts : []} />}
		</Revealing>
	);
	const lastTitle = open.scope === "plenary" ? words.stepPlenary : words.stepGroup;
	if (open.outside) {
		// Who is of another group sees what was revealed, and what came of it.
		if (view?.revealed !== true) return children;
		return (
			<Steps
				steps={[
					{ title: words.stepSpread, content: spread },
					{ title: lastTitle, content: agreed },
				]}
			/>
		);
	}
	const alone = (
		<RateAlone {...rated} snapshot={snapshot} view={view} sheets={sheets} doc={ownSheet?.doc ?? null} own={own} />
	);
	return (
		<Steps
			steps={[
				{ title: words.stepAlone, content: alone },
				{ title: words.stepSpread, content: spread },
				{ title: lastTitle, content: agreed },
			]}
		/>
	);
}

interface RevealingProps {
	snapshot: Snapshot;
	view: RatingView | undefined;
	/** What was revealed; nothing before. */
	children: ReactNode;
}

/** What was revealed, or how it comes to be. */
function Revealing({ snapshot, view, children }: RevealingProps) {
	const words = useRatingWords();
	const open = useSheet();
	const ended = snapshot.workshop.status === "ended";
	return (
		<>
			{view?.revealed ? children : <p>{ended ? words.neverRevealed : words.before}</p>}
			{view !== undefined && !ended && !open.outside && (
				<RevealControl
					view={view}
					isCounted={ratingResultSchema.safeParse(view.result).success}
					mayReveal={mayReveal(open, snapshot)}
				/>
			)}
		</>
	);
}

/** Those who steer, and those of a group who may write in its sheet. */
function mayReveal({ documentId, scope }: OpenSheet, { documents, you }: Snapshot): boolean {
	if (steers(you.role)) return true;
	const document = documents.find(({ id }) => id === documentId);
	return scope === "group" && document?.access === "write" && !document.locked;
}

/** Steps one below the other, with a way to each of them. */
function Steps({ steps }: { steps: { title: string; content: ReactNode }[] }) {
	const words = useRatingWords();
	const id = useId();
	const headings = useRef<(HTMLHeadingElement | null)[]>([]);
	return (
		<div className="rating">
			<nav aria-label={words.steps}>
				<ol className="rating__steps">
					{steps.map(({ title }, index) => (
						<li key={title}>
							<Button variant="tertiary" compact onClick={() => headings.current[index]?.focus()}>
								{words.step(index + 1, title)}
							</Button>
						</li>
					))}
				</ol>
			</nav>
			{steps.map(({ title, content }, index) => (
				<section key={title} className="rating__step" aria-labelledby={`${id}-${index}`}>
					<h3
						id={`${id}-${index}`}
						ref={(heading) => {
							headings.current[index] = heading;
						}}
						tabIndex={-1}
					>
						{words.step(index + 1, title)}
					</h3>
					{content}
				</section>
			))}
		</div>
	);
}
