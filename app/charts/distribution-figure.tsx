import { type CSSProperties, useId } from "react";
import type { Distribution } from "../../worksheets/assessment/distribution.ts";
import { type DistributionMarks, distributionMarks } from "../../worksheets/assessment/distribution-marks.ts";
import { type Point, pointText } from "../../worksheets/blocks/points.ts";
import type { Language } from "../../worksheets/contract/languages.ts";
import { distributionSentence } from "../../worksheets/report/ratings.ts";
import type { Scale } from "../../worksheets/schema/parts.ts";
import { Disclosure } from "../ui/disclosure.tsx";
import { useRatingWords } from "./use-rating-words.ts";

interface DistributionFigureProps {
	/** What was rated. */
	label: string;
	scale: Scale;
	distribution: Distribution;
	/** What the one person at this device has submitted; null where there is nobody, or several sit here. */
	own: Point | null;
	/** Of the workshop: what was rated is said in it. */
	language: Language;
}

/**
 * How those who rated one thing are spread over its scale: a sentence that says all of it, marks for those who see them,
 * and the same as a table.
 */
export function DistributionFigure({ label, scale, distribution, own, language }: DistributionFigureProps) {
	const words = useRatingWords();
	const id = useId();
	const marks = distributionMarks(distribution, own);
	const [lowest, highest] = [scale.points[0], scale.points.at(-1)];
	return (
		<figure className="distribution" aria-labelledby={id}>
			<figcaption id={id} className="distribution__sentence" lang={language}>
				{distributionSentence(label, distribution, language)}
			</figcaption>
			{distribution.n > 0 && <Marks marks={marks} />}
			<p className="distribution__ends" aria-hidden="true" lang={language}>
				<span>{pointText(scale, lowest?.value, language)}</span>
				<span>{pointText(scale, highest?.value, language)}</span>
			</p>
			{own !== null && (
				<p className="distribution__own">
					<span aria-hidden="true" className="distribution__key" /> {words.own(pointText(scale, own, language))}
				</p>
			)}
			<Disclosure summary={words.table}>
				<table className="distribution__table" aria-labelledby={id}>
					<thead>
						<tr>
							<th scope="col">{words.level}</th>
							<th scope="col">{words.people}</th>
						</tr>
					</thead>
					<tbody lang={language}>
						{distribution.counts.map(({ value, people }) => (
							<tr key={value}>
								<th scope="row">{pointText(scale, value, language)}</th>
								<td>{people}</td>
							</tr>
						))}
						<tr>
							<th scope="row">{scale.unknown[language]}</th>
							<td>{distribution.unknown}</td>
						</tr>
					</tbody>
				</table>
			</Disclosure>
		</figure>
	);
}

/** Drawn beside the sentence and the table, which say the same. */
function Marks({ marks: { levels, drawn, medianAt } }: { marks: DistributionMarks }) {
	return (
		<div className="distribution__marks" aria-hidden="true" style={{ "--levels": levels.length } as CSSProperties}>
			{levels.map(({ value, people, share, isOwn }) => (
				<div key={value} className="distribution__level">
					<div className="distribution__stack">
						{drawn === "bars" ? (
							people > 0 && (
								<>
									<span
										className={isOwn ? "distribution__bar distribution__bar--own" : "distribution__bar"}
										style={{ "--share": share } as CSSProperties}
									/>
									<span className="distribution__people">{people}</span>
								</>
							)
						) : (
							<Dots count={people} isOwn={isOwn} />
						)}
					</div>
					<span className="distribution__value">{value}</span>
				</div>
			))}
			{medianAt !== null && <span className="distribution__median" style={{ "--at": medianAt } as CSSProperties} />}
		</div>
	);
}

function Dots({ count, isOwn }: { count: number; isOwn: boolean }) {
	return Array.from({ length: count }, (_, index) => (
		<span
			// biome-ignore lint/suspicious/noArrayIndexKey: one dot is like the other
			key={index}
			className={isOwn && index === 0 ? "distribution__dot distribution__dot--own" : "distribution__dot"}
		/>
	));
}
