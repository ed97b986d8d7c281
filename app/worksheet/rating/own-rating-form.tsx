import { useId } from "react";
import type * as Y from "yjs";
import type { Block } from "../../../worksheets/blocks/definitions.ts";
import { rateIn } from "../../../worksheets/blocks/registry.ts";
import { setDone } from "../../../worksheets/document/done.ts";
import { useRatingWords } from "../../charts/use-rating-words.ts";
import { useAnnounce } from "../../ui/announce.tsx";
import { Button } from "../../ui/button.tsx";
import { ScaleRow } from "../blocks/scale-row.tsx";
import { SheetProvider, useSheet } from "../sheet-context.tsx";
import type { OwnRating } from "./use-own-rating.ts";

export interface OwnRatingFormProps {
	block: Block;
	item: string | undefined;
	question: string;
	labelledBy: string;
	/** The person's own document, and what stands in it. */
	doc: Y.Doc;
	rating: OwnRating;
	writable: boolean;
	revealed: boolean;
}

/** One person's rating: their own until they submit it, and to be changed until the distribution is revealed. */
export function OwnRatingForm(props: OwnRatingFormProps) {
	const { block, item, question, labelledBy, doc, rating, writable, revealed } = props;
	const { parts, submitted } = rating;
	const words = useRatingWords();
	const announce = useAnnounce();
	const open = useSheet();
	const { language } = open;
	const id = useId();
	const missing = parts.filter(({ value }) => value === null).length;
	const isEmpty = missing === parts.length;

	function submit(wanted: boolean): void {
		setDone(doc, question, wanted);
		announce(wanted ? words.submitted : words.takenBack);
	}

	return (
		<SheetProvider value={{ ...open, writable: writable && !submitted && !revealed }}>
			{/* The keys that mark the group's question as done are not for this. */}
			<div className="rating__own" data-draft>
				{parts.map(({ part, label, hint, scale, value }) => (
					<div key={part} className="rating__part">
						{part !== "" && <h4 id={`${id}-${part}`}>{label[language]}</h4>}
						{hint && (
							<p id={`${id}-${part}-hint`} className="sheet-muted">
								{hint[language]}
							</p>
						)}
						<ScaleRow
							scale={scale}
							value={value}
							onChange={(chosen) => rateIn(doc, block, item, part, chosen)}
							labelledBy={part === "" ? labelledBy : `${id}-${part}`}
							describedBy={hint && `${id}-${part}-hint`}
						/>
					</div>
				))}
				{revealed ? (
					<p className="sheet-notice">{submitted ? words.closed : words.notCounted}</p>
				) : (
					writable && (
						<>
							<p id={`${id}-how`} className="sheet-muted">
								{submitted ? words.submitted : isEmpty ? words.submitEmpty : missing > 0 && words.submitPartly(missing)}
							</p>
							<div className="cluster">
								<Button
									variant={submitted ? "secondary" : "primary"}
									icon={submitted ? "undo" : "check"}
									aria-disabled={(!submitted && isEmpty) || undefined}
									aria-describedby={`${id}-how`}
									onClick={() => (submitted || !isEmpty) && submit(!submitted)}
								>
									{submitted ? words.again : words.submit}
								</Button>
							</div>
						</>
					)
				)}
			</div>
		</SheetProvider>
	);
}
