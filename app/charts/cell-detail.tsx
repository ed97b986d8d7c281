import { type ReactNode, useEffect, useId, useRef } from "react";
import { sideOf } from "../../worksheets/assessment/overview.ts";
import type { Language } from "../../worksheets/contract/languages.ts";
import type { Assessment, OverviewCell } from "../../worksheets/contract/plenary.ts";
import { valueInWords } from "../../worksheets/report/overview.ts";
import { Button } from "../ui/button.tsx";
import { DistributionFigure } from "./distribution-figure.tsx";
import { type CellPlace, cellName } from "./heatmap-figure.tsx";
import { scaleOf } from "./overview-scale.ts";
import { usePlenaryWords } from "./use-plenary-words.ts";

interface CellDetailProps {
	assessment: Assessment;
	place: CellPlace;
	language: Language;
	onClose: () => void;
	/** What can be done with it. */
	children?: ReactNode;
}

/**
 * What a group says of one of its values: why, what others of it think, where it is to go, and how it came about. Of a
 * municipality how its people are spread, or why nothing is told.
 */
export function CellDetail({ assessment, place, language, onClose, children }: CellDetailProps) {
	const words = usePlenaryWords();
	const side = words.sides[sideOf(assessment)];
	const id = useId();
	const heading = useRef<HTMLHeadingElement>(null);
	const found = cellAt(assessment, place);
	// biome-ignore lint/correctness/useExhaustiveDependencies: another cell is read from its heading again
	useEffect(() => heading.current?.focus(), [place.document, place.question, place.dimension]);
	const isGone = found === null;
	// biome-ignore lint/correctness/useExhaustiveDependencies: once, when the cell is gone
	useEffect(() => {
		if (!isGone) return;
		// Whoever was reading it, or stood on it, is not left nowhere.
		if (document.activeElement === document.body) focusNear(place);
		onClose();
	}, [isGone]);
	if (found === null) return null;
	const close = () => {
		focusNear(place);
		onClose();
	};
	const { cell, module, dimension, unit } = found;
	const said = [
		{ label: words.reason, text: cell.reason },
		{ label: words.dissent, text: cell.dissent },
		{ label: words.outlook, text: cell.outlook },
		{ label: words.evidence, text: cell.evidence },
	].filter(({ text }) => text !== "");
	return (
		<section className="cell-detail" aria-labelledby={id}>
			<h3 ref={heading} id={id} tabIndex={-1} lang={language}>
				{unit}: {module}, {dimension}
			</h3>
			<p className="cell-detail__value" lang={language}>
				{valueInWords(assessment, cell, language) ?? side.noValue}
			</p>
			{said.length === 0 && cell.distribution === null && <p className="muted">{side.nothingSaid}</p>}
			{said.length > 0 && (
				<dl className="cell-detail__said">
					{said.map(({ label, text }) => (
						<div key={label}>
							<dt>{label}</dt>
							<dd lang={language}>{text}</dd>
						</div>
					))}
				</dl>
			)}
			{cell.distribution !== null && (
				<DistributionFigure
					label={dimension}
					scale={scaleOf(assessment)}
					distribution={cell.distribution}
					own={null}
					language={language}
				/>
			)}
			<div className="cluster">
				{children}
				<Button icon="close" onClick={close}>
					{words.closeCell}
				</Button>
			</div>
		</section>
	);
}

/** Where one came from: the cell; where it is gone, another of its sheet, or the table. */
function focusNear(place: CellPlace): void {
	const cells = [...document.querySelectorAll<HTMLElement>(".heat__button")];
	const cell =
		cells.find(({ dataset }) => dataset.cell === cellName(place)) ??
		cells.find(({ dataset }) => dataset.cell?.startsWith(`${place.document} `)) ??
		document.querySelector<HTMLElement>(".heatmap .scroll-box") ??
		document.querySelector<HTMLElement>("main");
	cell?.focus();
}

interface FoundCell {
	cell: OverviewCell;
	module: string;
	dimension: string;
	unit: string;
}

/** Null where it is no longer there: a group has chosen another module meanwhile. */
export function cellAt(assessment: Assessment, { document, question, dimension }: CellPlace): FoundCell | null {
	const at = assessment.dimensions.findIndex(({ id }) => id === dimension);
	for (const { label, rows } of assessment.modules) {
		const row = rows.find((one) => one.document === document && one.question === question);
		const cell = row?.cells[at];
		if (cell === undefined) continue;
		const unit = assessment.units.find((one) => one.document === document)?.name ?? "";
		return { cell, module: label, dimension: assessment.dimensions[at]?.label ?? "", unit };
	}
	return null;
}
