import { useId, useMemo, useRef } from "react";
import type { BlockOf } from "../../../worksheets/blocks/definitions.ts";
import {
	assessmentText,
	type DimensionAnswer,
	moduleAssessmentBlock,
	setAssessment,
} from "../../../worksheets/blocks/module-assessment.ts";
import type { Row } from "../../../worksheets/schema/parts.ts";
import { useMessages } from "../../i18n/provider.tsx";
import { useSheet } from "../sheet-context.tsx";
import { YTextField } from "../text/y-text-field.tsx";
import { useAnswer } from "../use-answer.ts";
import type { BlockProps } from "./block-props.ts";
import { RadioRow } from "./radio-row.tsx";
import { ScaleRow } from "./scale-row.tsx";

/** Stand and Perspektive of one structure module: a card for each dimension. The modules are steps of their own. */
export default function ModuleAssessment({ block, item }: BlockProps<"module-assessment">) {
	const answers = useAnswer(moduleAssessmentBlock, block, item).dimensions;
	return (
		<ol className="sheet-cards">
			{block.dimensions.map((dimension) => {
				const answer = answers.find(({ id }) => id === dimension.id);
				return (
					<li key={dimension.id} className="sheet-card">
						{answer !== undefined && <DimensionCard block={block} item={item} dimension={dimension} answer={answer} />}
					</li>
				);
			})}
		</ol>
	);
}

interface DimensionCardProps {
	block: BlockOf<"module-assessment">;
	item: string | undefined;
	dimension: Row;
	answer: DimensionAnswer;
}

function DimensionCard({ block, item, dimension, answer }: DimensionCardProps) {
	const words = useMessages().sheet;
	const { sheet, language, writable, agreed } = useSheet();
	const { doc } = sheet;
	const id = useId();
	// Once there it stays, also while somebody empties it.
	const dissents = useRef(false);
	dissents.current ||= agreed || answer.dissent !== undefined;
	const Heading = agreed ? "h4" : "h3";
	const name = `${id}-name`;
	const outlooks = block.outlooks.map((option) => ({
		value: option.id,
		label: option.label[language],
		hint: option.hint?.[language],
	}));
	return (
		<>
			<Heading id={name}>{dimension.label[language]}</Heading>
			{dimension.hint && (
				<p id={`${id}-hint`} className="sheet-muted">
					{dimension.hint[language]}
				</p>
			)}
			<p id={`${id}-state`} className="sheet-label">
				{words.state}
			</p>
			<ScaleRow
				scale={block.state}
				value={answer.state}
				onChange={(state) => setAssessment(doc, block, item, dimension.id, { state })}
				labelledBy={`${name} ${id}-state`}
				describedBy={dimension.hint && `${id}-hint`}
			/>
			<AssessmentText block={block} item={item} dimension={dimension.id} part="evidence" labelledBy={name} />
			<p id={`${id}-outlook`} className="sheet-label">
				{words.outlook}
			</p>
			<RadioRow
				choices={outlooks}
				value={answer.outlook}
				onChange={(outlook) => setAssessment(doc, block, item, dimension.id, { outlook })}
				disabled={!writable}
				labelledBy={`${name} ${id}-outlook`}
				layout="list"
			/>
			<AssessmentText block={block} item={item} dimension={dimension.id} part="remark" labelledBy={name} />
			{dissents.current && (
				<AssessmentText block={block} item={item} dimension={dimension.id} part="dissent" labelledBy={name} />
			)}
		</>
	);
}

interface AssessmentTextProps {
	block: BlockOf<"module-assessment">;
	item: string | undefined;
	dimension: string;
	part: "evidence" | "remark" | "dissent";
	labelledBy: string;
}

function AssessmentText({ block, item, dimension, part, labelledBy }: AssessmentTextProps) {
	const words = useMessages().sheet;
	const { sheet, writable } = useSheet();
	const id = useId();
	const text = useMemo(
		() => assessmentText(sheet.doc, block, item, dimension, part),
		[sheet, block, item, dimension, part],
	);
	return (
		<div className="sheet-field">
			<label htmlFor={`${id}-field`} id={`${id}-label`}>
				{words[part]}
			</label>
			{part === "dissent" && (
				<p id={`${id}-hint`} className="sheet-muted">
					{words.dissentHint}
				</p>
			)}
			<YTextField
				id={`${id}-field`}
				text={text}
				lines="many"
				readOnly={!writable}
				labelledBy={`${labelledBy} ${id}-label`}
				describedBy={part === "dissent" ? `${id}-hint` : undefined}
			/>
		</div>
	);
}
