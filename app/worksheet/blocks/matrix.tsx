import { useId, useMemo } from "react";
import { isTextColumn } from "../../../worksheets/blocks/cells.ts";
import { matrixBlock, matrixText, setMatrixCell } from "../../../worksheets/blocks/matrix.ts";
import type { Column, Row } from "../../../worksheets/schema/parts.ts";
import { useMessages } from "../../i18n/provider.tsx";
import { ScrollRegion } from "../../ui/scroll-region.tsx";
import { VisuallyHidden } from "../../ui/visually-hidden.tsx";
import { useSheet } from "../sheet-context.tsx";
import { useAnswer } from "../use-answer.ts";
import type { BlockProps } from "./block-props.ts";
import { CellField } from "./cell-field.tsx";

/** Fixed rows with the same columns each; on narrow screens the style sheet turns each row into a card. */
export default function Matrix({ block, item, labelledBy }: BlockProps<"matrix">) {
	const words = useMessages().sheet;
	const { sheet, language } = useSheet();
	const id = useId();
	const cells = new Map(useAnswer(matrixBlock, block, item).rows.map((row) => [row.id, row.cells]));
	const texts = useMemo(() => {
		const columns = block.columns.filter(isTextColumn);
		const keyed = (row: Row, column: Column) =>
			[`${row.id}.${column.id}`, matrixText(sheet.doc, block, item, row.id, column.id)] as const;
		return new Map(block.rows.flatMap((row) => columns.map((column) => keyed(row, column))));
	}, [sheet, block, item]);
	return (
		<ScrollRegion labelledBy={labelledBy}>
			<table className="sheet-table" aria-labelledby={labelledBy}>
				<thead>
					<tr>
						<th scope="col">
							<VisuallyHidden>{words.matrixRow}</VisuallyHidden>
						</th>
						{block.columns.map((column) => (
							<th key={column.id} scope="col" id={`${id}-${column.id}`}>
								{column.label[language]}
								{column.hint && <span className="sheet-muted"> {column.hint[language]}</span>}
							</th>
						))}
					</tr>
				</thead>
				<tbody>
					{block.rows.map((row) => (
						<tr key={row.id}>
							<th scope="row" id={`${id}-row-${row.id}`}>
								{row.label[language]}
								{row.hint && <span className="sheet-muted"> {row.hint[language]}</span>}
							</th>
							{block.columns.map((column) => (
								<td key={column.id} data-label={column.label[language]}>
									<CellField
										column={column}
										value={cells.get(row.id)?.[column.id] ?? null}
										text={texts.get(`${row.id}.${column.id}`) ?? null}
										onChange={(value) => setMatrixCell(sheet.doc, block, item, row.id, column.id, value)}
										labelledBy={`${id}-row-${row.id} ${id}-${column.id}`}
									/>
								</td>
							))}
						</tr>
					))}
				</tbody>
			</table>
		</ScrollRegion>
	);
}
