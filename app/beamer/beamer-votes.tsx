import { type VoteResult, voteResultSchema } from "../../worksheets/assessment/vote-result.ts";
import { resultSentence, resultShare, resultTable } from "../../worksheets/blocks/decision-result.ts";
import type { Language } from "../../worksheets/contract/languages.ts";
import type { PhaseView, Snapshot, VoteView } from "../../worksheets/contract/snapshot.ts";
import { useMessages } from "../i18n/provider.tsx";

/** The room's own votes of this phase: how many have voted, and once a vote is closed, what it came to. */
export function BeamerVotes({ snapshot, phase }: { snapshot: Snapshot; phase: PhaseView }) {
	const plenary = snapshot.documents
		.filter(({ scope, phases }) => scope.kind === "plenary" && phases.includes(phase.id))
		.map(({ id }) => id);
	const votes = snapshot.votes.filter(({ id }) => plenary.includes(id));
	return votes.map((vote) => <Vote key={vote.id} vote={vote} language={snapshot.workshop.language} />);
}

function Vote({ vote, language }: { vote: VoteView; language: Language }) {
	const { projector: beamer } = useMessages().facilitator;
	const result = voteResultSchema.safeParse(vote.result);
	if (result.success) return <Result result={result.data} language={language} />;
	// Before anybody has voted there may be nothing to vote on yet.
	if (vote.voted === 0) return null;
	return <p className="beamer__count">{beamer.voted({ voted: vote.voted, eligible: vote.eligible })}</p>;
}

/** A sentence, and a bar with its numbers for each option. */
function Result({ result, language }: { result: VoteResult; language: Language }) {
	const { head, rows } = resultTable(result, language);
	return (
		<figure className="beamer-vote" lang={language}>
			<figcaption>
				<p className="beamer-vote__question">{result.question}</p>
				<p>{resultSentence(result, language)}</p>
			</figcaption>
			<ol className="beamer-vote__options">
				{rows.map(([place = "", name = "", ...cells], index) => {
					const option = result.options[index];
					return (
						<li key={option?.id ?? name}>
							<p className="beamer-vote__option">
								<span>
									{place} {name}
								</span>
								<span className="beamer-vote__number">
									{head[2]}: {cells[0]}
								</span>
							</p>
							<span className="beamer-vote__track" aria-hidden="true">
								<span
									className="beamer-vote__bar"
									style={{ inlineSize: `${(option === undefined ? 0 : resultShare(result, option)) * 100}%` }}
								/>
							</span>
						</li>
					);
				})}
			</ol>
		</figure>
	);
}
