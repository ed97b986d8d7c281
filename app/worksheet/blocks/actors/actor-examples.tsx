import { useId } from "react";
import { actorName, axisColumn, exampleCells } from "../../../../worksheets/blocks/actor-columns.ts";
import { type Cells, cellText } from "../../../../worksheets/blocks/cells.ts";
import type { BlockOf } from "../../../../worksheets/blocks/definitions.ts";
import { useMessages } from "../../../i18n/provider.tsx";
import { Button } from "../../../ui/button.tsx";
import { useSheet } from "../../sheet-context.tsx";

interface ActorExamplesProps {
	block: BlockOf<"actor-map">;
	onTake: (cells: Cells) => void;
}

/** What rows can look like, while there are none. */
export function ActorExamples({ block, onTake }: ActorExamplesProps) {
	const words = useMessages().actors;
	const { language } = useSheet();
	const id = useId();
	if (block.examples === undefined) return null;
	const [, ...others] = block.parts[0]?.columns ?? [];
	const rated = [axisColumn(block, "up"), axisColumn(block, "across")];
	return (
		<section className="actors__examples" aria-labelledby={id}>
			<h3 id={id}>{words.examplesTitle}</h3>
			<ul>
				{block.examples.map((example) => {
					const cells = exampleCells(example, language);
					const name = actorName(block, { id: "", cells });
					const said = [
						...others.map((column) => cellText(column, cells[column.id], language)),
						...rated.map((column) => `${column.label[language]} ${cellText(column, cells[column.id], language)}`),
					];
					return (
						<li key={name} className="actors__example">
							<p>
								<strong>{name}</strong>
								<br />
								{said.filter((text) => text !== "").join(" · ")}
							</p>
							<Button aria-label={words.takeExampleNamed(name)} onClick={() => onTake(cells)}>
								{words.takeExample}
							</Button>
						</li>
					);
				})}
			</ul>
		</section>
	);
}
