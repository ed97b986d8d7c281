import type { ComponentType } from "react";
import { ACTION_COLUMNS, MOST_ACTIONS } from "../../worksheets/blocks/action-columns.ts";
import type { BlockKind, Definitions } from "../../worksheets/blocks/registry.ts";
import type { Language } from "../../worksheets/contract/languages.ts";
import { decisionWords } from "../../worksheets/report/decision-words.ts";
import { reportWords } from "../../worksheets/report/words.ts";
import type { Column } from "../../worksheets/schema/parts.ts";
import { useMessages } from "../i18n/provider.tsx";
import { BlankRows, BlankTable, optionBoxes, pointBoxes } from "./blank-cells.tsx";
import { Boxes, Field, Lines } from "./blank-marks.tsx";

interface BlankProps<Definition> {
	block: Definition;
	language: Language;
}
type Blanks = { [Kind in BlockKind]: ComponentType<BlankProps<Definitions[Kind]>> };

/** Each block type on paper, for a pen; the compiler names a type that is missing here. */
const blanks: Blanks = {
	"rich-text": ({ block, language }) => (
		<>
			<Lines count={6} />
			{block.keyMessage && <Field label={reportWords[language].keyMessage} lines={2} />}
		</>
	),
	text: ({ block }) => <Lines count={block.format === "date" ? 1 : 2} />,
	choice: ({ block, language }) => (
		<>
			<Boxes boxes={optionBoxes(block.options, language)} />
			{block.own && <OwnAnswer />}
		</>
	),
	"multi-choice": ({ block, language }) => (
		<>
			<Boxes boxes={optionBoxes(block.options, language)} />
			{block.own && <OwnAnswer />}
			{block.reason && <Field label={reportWords[language].reason} lines={2} />}
		</>
	),
	scale: ({ block, language }) => (
		<>
			<Boxes boxes={pointBoxes(block.scale, language)} />
			{block.reason && <Field label={reportWords[language].reason} lines={2} />}
		</>
	),
	decision: ({ language }) => (
		<>
			<Field label={decisionWords[language].question} lines={2} />
			<Field label={decisionWords[language].method} lines={1} />
			<Field label={decisionWords[language].options} lines={5} />
		</>
	),
	synthesis: () => <Lines count={8} />,
	checklist: BlankChecklist,
	table: ({ block, language }) => (
		<BlankRows
			caption={block.label[language]}
			rowName={block.rowName[language]}
			columns={block.columns}
			maxRows={block.maxRows}
			language={language}
		/>
	),
	matrix: ({ block, language }) => (
		<BlankTable
			caption={block.label[language]}
			head={reportWords[language].row}
			columns={block.columns}
			rows={block.rows.map(({ id, label, hint }) => ({ id, label: label[language], hint: hint?.[language] }))}
			language={language}
		/>
	),
	ranking: BlankRanking,
	actions: ({ block, language }) => (
		<BlankRows
			caption={block.label[language]}
			rowName={ACTION_COLUMNS[0]?.label[language] ?? ""}
			columns={ACTION_COLUMNS}
			maxRows={MOST_ACTIONS}
			language={language}
		/>
	),
	"module-assessment": ({ block, language }) => {
		const words = reportWords[language];
		const both = (part: "state" | "evidence" | "outlook" | "remark") => ({
			id: part,
			label: { de: reportWords.de[part], en: reportWords.en[part] },
		});
		const columns: Column[] = [
			{ ...both("state"), kind: "scale", scale: block.state },
			{ ...both("evidence"), kind: "text" },
			{ ...both("outlook"), kind: "choice", options: block.outlooks },
			{ ...both("remark"), kind: "text" },
		];
		return (
			<BlankTable
				caption={block.label[language]}
				head={words.dimension}
				columns={columns}
				rows={block.dimensions.map(({ id, label, hint }) => ({ id, label: label[language], hint: hint?.[language] }))}
				language={language}
			/>
		);
	},
	"actor-map": ({ block, language }) => (
		<BlankRows
			caption={block.label[language]}
			rowName={block.rowName[language]}
			columns={block.parts.flatMap(({ columns }) => columns)}
			maxRows={block.maxRows}
			language={language}
		/>
	),
	generated: BlankGenerated,
};

/** One question of an empty sheet, without its prompt. */
export function BlankBlock<Kind extends BlockKind>(props: BlankProps<Definitions[Kind] & { type: Kind }>) {
	const Blank: ComponentType<BlankProps<Definitions[Kind]>> = blanks[props.block.type];
	return <Blank {...props} />;
}

function OwnAnswer() {
	const { gallery } = useMessages();
	return <Field label={gallery.ownAnswer} />;
}

function BlankGenerated() {
	const { gallery } = useMessages();
	return <p className="muted">{gallery.made}</p>;
}

function BlankRanking({ block, language }: BlankProps<Definitions["ranking"]>) {
	const { gallery } = useMessages();
	return (
		<>
			<ol className="blank-places">
				{Array.from({ length: block.places }, (_, place) => (
					// biome-ignore lint/suspicious/noArrayIndexKey: places are numbers
					<li key={place}>
						<Lines count={1} />
					</li>
				))}
			</ol>
			<p className="blank-field__label">{gallery.choices}</p>
			<ul className="blank-offer">
				{block.options.map(({ id, label }) => (
					<li key={id}>{label[language]}</li>
				))}
			</ul>
			{block.own && <OwnAnswer />}
		</>
	);
}

function BlankChecklist({ block, language }: BlankProps<Definitions["checklist"]>) {
	const { answers, items, note } = block;
	if (answers === "tick" && !note) {
		const boxes = items.map(({ id, label, hint }) => ({ id, label: label[language], hint: hint?.[language] }));
		return <Boxes boxes={boxes} />;
	}
	const words = reportWords;
	const rating = { id: "answer", label: { de: words.de.rating, en: words.en.rating } };
	const column: Column =
		answers === "tick"
			? { ...rating, kind: "choice", options: [{ id: "yes", label: { de: words.de.yes, en: words.en.yes } }] }
			: answers === "yes-partly-no"
				? { ...rating, kind: "yes-partly-no" }
				: "scale" in answers
					? { ...rating, kind: "scale", scale: answers.scale }
					: { ...rating, kind: "choice", options: answers.options };
	const columns: Column[] = [column];
	if (note) columns.push({ id: "note", kind: "text", label: { de: words.de.remark, en: words.en.remark } });
	return (
		<BlankTable
			caption={block.label[language]}
			head={words[language].row}
			columns={columns}
			rows={items.map(({ id, label, hint }) => ({ id, label: label[language], hint: hint?.[language] }))}
			language={language}
		/>
	);
}
