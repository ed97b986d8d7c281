import { type Statement, type SynthesisAnswer, synthesisBlock } from "../../../../worksheets/blocks/synthesis.ts";
import { reportWords } from "../../../../worksheets/report/words.ts";
import { useSheet } from "../../sheet-context.tsx";

/** The board to read: what is still without a word is left out. */
export function ReadBoard({ answer }: { answer: SynthesisAnswer }) {
	const { language } = useSheet();
	const words = reportWords[language];
	if (synthesisBlock.isEmpty(answer)) return <p className="sheet-muted">{words.noStatements}</p>;
	const loose = { id: "", name: words.looseStatements, statements: answer.loose };
	const parts = [...answer.clusters, ...(said(answer.loose).length === 0 ? [] : [loose])];
	return (
		<div className="stack" lang={language}>
			{parts.map(({ id, name, statements }) => (
				<section key={id} className="stack-tight">
					<h3>{name.trim() || words.unnamedCluster}</h3>
					{said(statements).length === 0 ? (
						<p className="sheet-muted">{words.noStatements}</p>
					) : (
						<ul>
							{said(statements).map(({ id: statement, text, source }) => (
								<li key={statement}>
									{text}
									{source && <p className="sheet-muted">{words.takenFrom(source.name)}</p>}
								</li>
							))}
						</ul>
					)}
				</section>
			))}
		</div>
	);
}

function said(statements: readonly Statement[]): Statement[] {
	return statements.filter(({ text }) => text.trim() !== "");
}
