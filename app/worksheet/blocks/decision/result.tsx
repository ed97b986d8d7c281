import { type CSSProperties, useEffect, useId } from "react";
import type { VoteResult } from "../../../../worksheets/assessment/vote-result.ts";
import { optionName, resultSentence, resultShare, resultTable } from "../../../../worksheets/blocks/decision-result.ts";
import { decisionWords } from "../../../../worksheets/report/decision-words.ts";
import { useAnnounce } from "../../../ui/announce.tsx";
import { ScrollRegion } from "../../../ui/scroll-region.tsx";
import { useSheet } from "../../sheet-context.tsx";

/** What a vote came to: a sentence, a table with a bar for each option, and the reasons. */
export function Result({ result }: { result: VoteResult }) {
	const { language } = useSheet();
	const announce = useAnnounce();
	const id = useId();
	const words = decisionWords[language];
	const { head, rows } = resultTable(result, language);
	const sentence = resultSentence(result, language);
	useEffect(() => announce(sentence), [announce, sentence]);
	return (
		<figure className="sheet-figure" aria-labelledby={`${id}-sentence`}>
			<figcaption className="sheet-figure__sentence">
				<p className="vote-asked__question">{result.question}</p>
				<p id={`${id}-sentence`}>{sentence}</p>
			</figcaption>
			<p id={`${id}-caption`} className="sheet-muted">
				{words.resultCaption}, {words.methods[result.method]}
			</p>
			<ScrollRegion labelledBy={`${id}-caption`}>
				<table className="sheet-profile vote-result" aria-labelledby={`${id}-caption`}>
					<thead>
						<tr>
							{head.map((label) => (
								<th key={label} scope="col">
									{label}
								</th>
							))}
						</tr>
					</thead>
					<tbody>
						{rows.map(([place, name, ...cells], index) => {
							const option = result.options[index];
							return (
								<tr key={option?.id}>
									<td>{place}</td>
									<th scope="row">
										{name}
										<span className="sheet-profile__track" aria-hidden="true">
											<span
												className={option && resultShare(result, option) > 0 ? "sheet-profile__bar" : undefined}
												style={{ "--share": option ? resultShare(result, option) : 0 } as CSSProperties}
											/>
										</span>
									</th>
									{cells.map((cell, column) => (
										<td key={head[column + 2]}>{cell}</td>
									))}
								</tr>
							);
						})}
					</tbody>
				</table>
			</ScrollRegion>
			<Reasons result={result} />
		</figure>
	);
}

function Reasons({ result }: { result: VoteResult }) {
	const { language } = useSheet();
	const words = decisionWords[language];
	const { reasons, moreReasons, options } = result;
	if (reasons.length === 0) return null;
	return (
		<div>
			<h3>{words.reasons}</h3>
			<ul>
				{reasons.map(({ option: id, kind, text }) => {
					const option = options.find((candidate) => candidate.id === id);
					return (
						<li key={`${id} ${kind} ${text}`}>
							<strong>{kind === "grave" ? words.graveReason : words.concernReason}</strong>
							{options.length > 1 && option && ` (${optionName(option, language)})`}: {text}
						</li>
					);
				})}
			</ul>
			{moreReasons > 0 && <p className="sheet-muted">{words.moreReasons(moreReasons)}</p>}
		</div>
	);
}
