import type { Block, BlockOf } from "../blocks/definitions.ts";
import { leanColumns, namedMatrix, ratedColumn } from "./generated-sources.ts";
import type { SourceGenerated } from "./source.ts";

/** A generated block with what it is made of, as far as it reads it. `earlier`: the resolved blocks above, by id. */
export function resolveGenerated(block: SourceGenerated, earlier: ReadonlyMap<string, Block>): BlockOf<"generated"> {
	switch (block.view) {
		case "profile": {
			const { column: id, of, ...rest } = block;
			return {
				...rest,
				of: of.map((entry) => {
					const { block: name, name: shown } = namedMatrix(entry);
					const matrix = take(earlier, "matrix", name);
					const column = ratedColumn(matrix, id);
					if (column === undefined) throw new Error(`unchecked column of ${name}`);
					return { name: shown ?? matrix.label, block: { ...matrix, columns: [column] } };
				}),
			};
		}
		case "format-suggestion":
			return { ...block, of: [take(earlier, "choice", block.of[0])] };
		case "lean-structure": {
			const bodies = take(earlier, "table", block.of[1]);
			const columns = leanColumns(block, bodies);
			if (columns === null) throw new Error(`unchecked columns of ${bodies.id}`);
			const read = [...Object.values(columns), ...(block.whenNeeded ? [block.whenNeeded.column] : [])];
			const narrowed = { ...bodies, columns: bodies.columns.filter(({ id }) => read.includes(id)) };
			return { ...block, of: [take(earlier, "checklist", block.of[0]), narrowed], columns };
		}
	}
}

/** References were checked before; what is missing here is a bug. */
function take<Type extends Block["type"]>(earlier: ReadonlyMap<string, Block>, type: Type, id: string): BlockOf<Type> {
	const block = earlier.get(id);
	if (block === undefined || !isOf(block, type)) throw new Error(`unchecked reference ${id}`);
	return block;
}

function isOf<Type extends Block["type"]>(block: Block, type: Type): block is BlockOf<Type> {
	return block.type === type;
}
