import type { BlockOf } from "../blocks/definitions.ts";
import type { Localized } from "../contract/languages.ts";
import type { SourceColumn, SourceGenerated } from "./source.ts";

/** What the short ways of writing a generated block stand for; its check and its resolving ask here alike. */

type SourceProfile = Extract<SourceGenerated, { view: "profile" }>;
type SourceLean = Extract<SourceGenerated, { view: "lean-structure" }>;
type ScaleColumn<Column> = Extract<Column, { kind: "scale" }>;

export function namedMatrix(entry: SourceProfile["of"][number]): { block: string; name?: Localized } {
	return typeof entry === "string" ? { block: entry } : entry;
}

/** The column a profile is made of: the one of that id, or the first one, as long as it has a scale. */
export function ratedColumn<Column extends SourceColumn>(
	{ columns }: { columns: readonly Column[] },
	id: string | undefined,
): ScaleColumn<Column> | undefined {
	return columns.find(
		(column): column is ScaleColumn<Column> => column.kind === "scale" && (id === undefined || column.id === id),
	);
}

export type LeanColumns = Extract<BlockOf<"generated">, { view: "lean-structure" }>["columns"];

/** Which column says what: as written, else the one of that very name. Null where none says the bodies' names. */
export function leanColumns(
	{ columns }: SourceLean,
	{ columns: known }: { columns: readonly { id: string }[] },
): LeanColumns | null {
	const column = (role: keyof LeanColumns) => columns[role] ?? known.find(({ id }) => id === role)?.id;
	const name = column("name");
	if (name === undefined) return null;
	const roles = (["mandate", "cadence", "kind", "theme"] as const).flatMap((role) => {
		const id = column(role);
		return id === undefined ? [] : [[role, id]];
	});
	return { name, ...Object.fromEntries(roles) };
}
