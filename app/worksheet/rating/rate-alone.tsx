import { lazy } from "react";
import type * as Y from "yjs";
import type { DocumentView, RatingView, Snapshot } from "../../../worksheets/contract/snapshot.ts";
import { useRatingWords } from "../../charts/use-rating-words.ts";
import { FetchedPart } from "../../session/fetched-part.tsx";
import { Badge } from "../../ui/badge.tsx";
import { PairedSheet } from "../paired-sheet.tsx";
import { useSheet } from "../sheet-context.tsx";
import { OwnRatingForm, type OwnRatingFormProps } from "./own-rating-form.tsx";
import type { RatedFirstProps } from "./rated-first.tsx";
import { type OwnRating, useOwnRating } from "./use-own-rating.ts";
import { useQuestionTurns } from "./use-question-turns.ts";

const SecretRound = lazy(async () => ({ default: (await import("../../session/table/round.tsx")).SecretRound }));

interface RateAloneProps extends Omit<RatedFirstProps, "children"> {
	snapshot: Snapshot;
	view: RatingView | undefined;
	/** One's own sheet, or everybody's at this device; empty for who rates nothing here. */
	sheets: readonly DocumentView[];
	/** Of the one person at this device, once it is there, and what stands in it. */
	doc: Y.Doc | null;
	own: OwnRating | null;
}

/** One's own rating, which nobody else sees, and how many have submitted theirs. */
export function RateAlone({ snapshot, view, sheets, doc, own, ...rated }: RateAloneProps) {
	const words = useRatingWords();
	const { scope } = useSheet();
	const revealed = view?.revealed === true;
	const [first, ...others] = sheets;
	const count = view !== undefined && !revealed && (
		<p className="rating__count">
			{view.eligible === 0 ? words.nobodyAsked : words.submittedOf(view.submitted, view.eligible)}
		</p>
	);
	if (first === undefined) {
		const whoRates = scope === "plenary" ? words.aloneByAll : words.aloneByMembers;
		return (
			<>
				<p>{snapshot.you.role === "participant" ? words.noOwnSheet : whoRates}</p>
				{count}
			</>
		);
	}
	const isTable = others.length > 0;
	return (
		<>
			{!revealed && snapshot.workshop.status !== "ended" && (
				<>
					<Badge kind="info">{isTable ? words.privateTable : words.private}</Badge>
					<p className="sheet-muted">{words.nameless}</p>
				</>
			)}
			{isTable ? (
				<InTurn {...rated} revealed={revealed} snapshot={snapshot} sheets={sheets} />
			) : doc === null || own === null ? (
				<p className="sheet-notice">{words.loading}</p>
			) : (
				<OwnRatingForm {...rated} revealed={revealed} doc={doc} rating={own} writable={first.access === "write"} />
			)}
			{count}
		</>
	);
}

type Rated = Omit<OwnRatingFormProps, "doc" | "rating" | "writable">;

/** Several people at this device rate one after the other. */
function InTurn({ snapshot, sheets, ...rated }: Rated & Pick<RateAloneProps, "snapshot" | "sheets">) {
	const words = useRatingWords();
	const turns = useQuestionTurns(rated.question);
	return (
		<FetchedPart>
			<SecretRound snapshot={snapshot} sheets={sheets} turns={turns} readOnly={rated.revealed}>
				{(own) => (
					<PairedSheet key={own.id} document={own} waiting={<p className="sheet-notice">{words.loading}</p>}>
						{({ doc }) => <OneOfThem {...rated} doc={doc} writable={own.access === "write"} />}
					</PairedSheet>
				)}
			</SecretRound>
		</FetchedPart>
	);
}

function OneOfThem(props: Omit<OwnRatingFormProps, "rating">) {
	const rating = useOwnRating(props.doc, props.block, props.item, props.question);
	return rating === null ? null : <OwnRatingForm {...props} rating={rating} />;
}
