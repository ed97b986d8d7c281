import { useId } from "react";
import { voteResultSchema } from "../../../worksheets/assessment/vote-result.ts";
import { resultSentence, resultTable } from "../../../worksheets/blocks/decision-result.ts";
import type { Language } from "../../../worksheets/contract/languages.ts";
import type { Snapshot, VoteView } from "../../../worksheets/contract/snapshot.ts";
import { usePlenaryWords } from "../../charts/use-plenary-words.ts";
import { useMessages } from "../../i18n/provider.tsx";
import { sheetOwner } from "../../session/sheet-name.ts";
import { ScrollRegion } from "../../ui/scroll-region.tsx";
import type { PlenaryTabProps } from "./tab-props.ts";

/** What was put to the vote, and what it came to once it is closed; before that, how many have voted. */
export function VotesTab({ snapshot, worksheets }: PlenaryTabProps) {
	const words = usePlenaryWords();
	const messages = useMessages();
	if (snapshot.votes.length === 0) return <p>{words.noVotes}</p>;
	return (
		<ul className="plenary-votes">
			{snapshot.votes.map((vote) => {
				const document = snapshot.documents.find(({ id }) => id === vote.id);
				if (document === undefined) return null;
				const { language } = snapshot.workshop;
				const title = worksheets[document.worksheet]?.title[language] ?? document.worksheet;
				return (
					<li key={vote.id} className="stack-tight">
						<h2>
							{sheetOwner(snapshot, document, messages)}: <span lang={language}>{title}</span>
						</h2>
						<Vote vote={vote} language={language} status={snapshot.workshop.status} />
					</li>
				);
			})}
		</ul>
	);
}

interface VoteProps {
	vote: VoteView;
	language: Language;
	status: Snapshot["workshop"]["status"];
}

function Vote({ vote, language, status }: VoteProps) {
	const words = usePlenaryWords();
	const id = useId();
	const result = voteResultSchema.safeParse(vote.result);
	if (!result.success) {
		const state = vote.closed ? words.voteCounting : status === "ended" ? words.voteNeverClosed : words.voteOpen;
		return (
			<p>
				{state} {words.voted(vote.voted, vote.eligible)}
			</p>
		);
	}
	const { head, rows } = resultTable(result.data, language);
	return (
		<figure className="plenary-figure" lang={language}>
			<figcaption id={id}>
				<strong>{result.data.question}</strong> {resultSentence(result.data, language)}
			</figcaption>
			<ScrollRegion labelledBy={id}>
				<table className="plenary-table" aria-labelledby={id}>
					<thead>
						<tr>
							{head.map((cell) => (
								<th key={cell} scope="col">
									{cell}
								</th>
							))}
						</tr>
					</thead>
					<tbody>
						{rows.map(([place = "", name = "", ...cells], index) => (
							<tr key={result.data.options[index]?.id ?? name}>
								<td>{place}</td>
								<th scope="row">{name}</th>
								{cells.map((cell, at) => (
									<td key={head[at + 2]}>{cell}</td>
								))}
							</tr>
						))}
					</tbody>
				</table>
			</ScrollRegion>
		</figure>
	);
}
