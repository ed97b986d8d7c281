import { type Proposal, votedOn } from "../../../../worksheets/assessment/methods.ts";
import { optionName } from "../../../../worksheets/blocks/decision-result.ts";
import { decisionWords } from "../../../../worksheets/report/decision-words.ts";
import { useSheet } from "../../sheet-context.tsx";
import { useWords } from "./use-words.ts";

/** What is put to the vote, to read. `listed`: with the options, where they do not stand in a ballot below. */
export function Asked({ proposal, listed }: { proposal: Proposal; listed: boolean }) {
	const words = useWords();
	const { language } = useSheet();
	const { question, method } = proposal;
	return (
		<div className="vote-asked">
			<p className="vote-asked__question">{question}</p>
			<p>
				<strong>{decisionWords[language].methods[method]}</strong>{" "}
				<span className="sheet-muted">{words.methodHints[method]}</span>
			</p>
			{listed && proposal.options.length > 0 && (
				<ul>
					{votedOn(proposal).map((option) => (
						<li key={option.id}>{optionName(option, language)}</li>
					))}
				</ul>
			)}
		</div>
	);
}
