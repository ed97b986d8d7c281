import { useId, useMemo, useSyncExternalStore } from "react";
import { METHODS, MOST_POINTS } from "../../../../worksheets/assessment/methods.ts";
import { decisionBlock, optionRows, QUESTION_CODE_POINTS } from "../../../../worksheets/blocks/decision.ts";
import { MOST_OPTIONS, OPTION_COLUMN } from "../../../../worksheets/blocks/decision-options.ts";
import { questionOf, setMethod, setPoints } from "../../../../worksheets/blocks/decision-write.ts";
import type { BlockOf } from "../../../../worksheets/blocks/definitions.ts";
import { decisionWords } from "../../../../worksheets/report/decision-words.ts";
import { docValue } from "../../document/doc-value.ts";
import { useSheet } from "../../sheet-context.tsx";
import { CountedField } from "../../text/counted-field.tsx";
import { useAnswer } from "../../use-answer.ts";
import { RadioRow } from "../radio-row.tsx";
import { Rows } from "../rows.tsx";
import { Stepper } from "./stepper.tsx";
import { useWords } from "./use-words.ts";

/** Where a vote is got ready: the question, how it is decided, and what there is to choose from. */
export function Prepare({ block }: { block: BlockOf<"decision"> }) {
	const words = useWords();
	const { sheet, language, writable } = useSheet();
	const { doc } = sheet;
	const id = useId();
	const { proposal } = useAnswer(decisionBlock, block, undefined);
	const { method, points } = proposal;
	const text = useMemo(() => questionOf(doc, block), [doc, block]);
	const written = useMemo(() => docValue(doc, () => text.toString()), [doc, text]);
	const list = useMemo(() => docValue(doc, () => optionRows(doc, block)), [doc, block]);
	const rows = useSyncExternalStore(list.subscribe, list.get);
	return (
		<div className="vote-prepare">
			<div>
				<CountedField
					text={text}
					value={useSyncExternalStore(written.subscribe, written.get)}
					bound={QUESTION_CODE_POINTS}
					lines="many"
					caption={words.question}
					describedBy={`${id}-hint`}
				/>
				<p id={`${id}-hint`} className="sheet-muted">
					{words.questionHint}
				</p>
			</div>
			<section aria-labelledby={`${id}-method`}>
				<h3 id={`${id}-method`}>{words.method}</h3>
				<RadioRow
					choices={METHODS.map((value) => ({
						value,
						label: decisionWords[language].methods[value],
						hint: words.methodHints[value],
					}))}
					value={method}
					onChange={(value) => setMethod(doc, block, METHODS.find((known) => known === value) ?? null)}
					disabled={!writable}
					labelledBy={`${id}-method`}
					layout="list"
				/>
			</section>
			{method === "points" && (
				<div className="sheet-field">
					<p id={`${id}-points`}>{words.pointsEach}</p>
					<Stepper
						label={words.pointsEach}
						labelId={`${id}-points`}
						value={points}
						lowest={1}
						highest={MOST_POINTS}
						onChange={(value) => setPoints(doc, block, value)}
						disabled={!writable}
					/>
				</div>
			)}
			<section aria-labelledby={`${id}-options`}>
				<h3 id={`${id}-options`}>{words.options}</h3>
				{(method === "consent" || method === "mood") && <p className="sheet-muted">{words.optionsFree}</p>}
				<Rows
					block={block}
					item={undefined}
					rows={rows}
					columns={[OPTION_COLUMN]}
					rowName={words.optionRow}
					maxRows={MOST_OPTIONS}
					labelledBy={`${id}-options`}
				/>
				{method === "resistance" && <p>{words.passive}</p>}
			</section>
		</div>
	);
}
