import { ratingResultSchema } from "../../../worksheets/assessment/rating-result.ts";
import type { Rated } from "../../../worksheets/blocks/block-type.ts";
import type { Block } from "../../../worksheets/blocks/definitions.ts";
import { ratedParts } from "../../../worksheets/blocks/rated-parts.ts";
import { steers } from "../../../worksheets/contract/roles.ts";
import type { RatingView } from "../../../worksheets/contract/snapshot.ts";
import { ratedLabels } from "../../../worksheets/report/ratings.ts";
import { DistributionFigure } from "../../charts/distribution-figure.tsx";
import { useRatingWords } from "../../charts/use-rating-words.ts";
import { useSnapshot } from "../../session/session-provider.tsx";
import { useSheet } from "../sheet-context.tsx";

interface SpreadProps {
	view: RatingView;
	block: Block;
	/** What the one person at this device has submitted; nothing where there is nobody, or several sit here. */
	own: readonly Rated[];
}

/** How all who have submitted are spread, part by part, as it was revealed. */
export function Spread({ view, block, own }: SpreadProps) {
	const words = useRatingWords();
	const { language, outside } = useSheet();
	const steering = steers(useSnapshot().you.role);
	const result = ratingResultSchema.safeParse(view.result);
	const said = revealedText(view, words);
	if (!result.success) return <p className="sheet-notice">{said}</p>;
	const asked = ratedParts(block);
	const labels = ratedLabels(block, language);
	const isTold = (part: string) => result.data.parts.some((one) => one.part === part);
	const isShort = outside && !steering && !asked.every(({ part }) => isTold(part));
	return (
		<>
			<p>{said}</p>
			{result.data.parts.map(({ part, distribution }) => {
				// What is no longer asked about had the scale that all of its kind have.
				const scale = (asked.find((one) => one.part === part) ?? asked[0])?.scale;
				if (scale === undefined) return null;
				return (
					<DistributionFigure
						key={part}
						label={labels.get(part) ?? part}
						scale={scale}
						distribution={distribution}
						own={own.find((one) => one.part === part)?.value ?? null}
						language={language}
					/>
				);
			})}
			{isShort && <p className="sheet-muted">{words.onlyInGroup}</p>}
		</>
	);
}

/** What has become of ratings that were revealed. */
export function revealedText({ result }: RatingView, words: ReturnType<typeof useRatingWords>): string {
	const counted = ratingResultSchema.safeParse(result);
	return counted.success ? words.revealed(counted.data.submitted, counted.data.eligible) : words.counting;
}
