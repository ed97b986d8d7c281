import type { ContentPath, Fault } from "./problem.ts";
import type { SourceBlock } from "./source.ts";

/** The blocks above a place in a worksheet that do not repeat, by id. */
export type Earlier = ReadonlyMap<string, SourceBlock>;
type Kind = SourceBlock["type"];

/** The earlier block of that type; undefined where there is none. */
export function earlierBlock<Type extends Kind>(
	earlier: Earlier,
	type: Type,
	id: string,
): Extract<SourceBlock, { type: Type }> | undefined {
	const found = earlier.get(id);
	return found !== undefined && isOf(found, type) ? found : undefined;
}

/** Says what could have been named instead. */
export function notEarlier(earlier: Earlier, type: Kind, id: string, at: ContentPath): Fault {
	const possible = [...earlier.values()].filter((block) => block.type === type).map((block) => block.id);
	const known = possible.length === 0 ? "there is none" : `possible here: ${possible.join(", ")}`;
	return { at, reason: `"${id}" is no earlier ${type} block that does not repeat (${known})` };
}

function isOf<Type extends Kind>(block: SourceBlock, type: Type): block is Extract<SourceBlock, { type: Type }> {
	return block.type === type;
}
