import { YES_PARTLY_NO } from "../blocks/cells.ts";
import { columnsFaults, repeatedIds } from "./check-lists.ts";
import type { ContentPath, Fault } from "./problem.ts";
import type { Shelf } from "./references.ts";
import type { SourceBlock, SourceColumn } from "./source.ts";

type SourceMap = Extract<SourceBlock, { type: "actor-map" }>;
type ExampleValue = NonNullable<SourceMap["examples"]>[number][string];

/** Keys of a stored row that are no column's. */
const RESERVED = ["id", "removed"];

/** What a schema cannot say about an actor map: what names its rows, places them, and fills its examples. */
export function actorMapFaults(block: SourceMap, at: ContentPath): Fault[] {
	const placed = block.parts.flatMap((part, partIndex) =>
		part.columns.map((column, index) => ({ column, at: [...at, "parts", partIndex, "columns", index] })),
	);
	const columns = new Map(placed.map(({ column }) => [column.id, column]));
	const first = placed[0];
	return [
		...repeatedIds(block.parts, [...at, "parts"], "part"),
		...block.parts.flatMap((part, index) => columnsFaults(part.columns, [...at, "parts", index, "columns"])),
		...repeatedBetweenParts(block, at),
		...placed.flatMap((one) =>
			RESERVED.includes(one.column.id) ? [{ at: [...one.at, "id"], reason: "this id is reserved" }] : [],
		),
		...(first === undefined || first.column.kind === "text"
			? []
			: [{ at: [...first.at, "kind"], reason: "the first column names a row, so it must be a text" }]),
		...axesFaults(block, columns, at),
	];
}

/** One row holds the columns of all parts. */
function repeatedBetweenParts(block: SourceMap, at: ContentPath): Fault[] {
	const before = new Set<string>();
	return block.parts.flatMap((part, partIndex) => {
		const faults = part.columns.flatMap(({ id }, index): Fault[] =>
			before.has(id)
				? [
						{
							at: [...at, "parts", partIndex, "columns", index, "id"],
							reason: `column "${id}" exists in an earlier part`,
						},
					]
				: [],
		);
		for (const { id } of part.columns) before.add(id);
		return faults;
	});
}

function axesFaults(block: SourceMap, columns: ReadonlyMap<string, SourceColumn>, at: ContentPath): Fault[] {
	const scales = [...columns.values()].filter(({ kind }) => kind === "scale").map(({ id }) => id);
	const { across, up } = block.axes;
	const faults = (["across", "up"] as const).flatMap((axis): Fault[] => {
		if (scales.includes(block.axes[axis])) return [];
		const possible = scales.length === 0 ? "there is none" : `possible here: ${scales.join(", ")}`;
		return [
			{ at: [...at, "axes", axis], reason: `"${block.axes[axis]}" is no scale column of this block (${possible})` },
		];
	});
	if (across === up) faults.push({ at: [...at, "axes", "up"], reason: "both axes name the same column" });
	return faults;
}

/** What is wrong with a block's examples, once it is known what the names of lists and scales stand for. */
export function exampleFaults(block: SourceMap, shelf: Shelf, at: ContentPath): Fault[] {
	const columns = new Map(block.parts.flatMap((part) => part.columns).map((column) => [column.id, column]));
	return (block.examples ?? []).flatMap((example, index) =>
		Object.entries(example).flatMap(([id, value]) =>
			valueFaults(columns.get(id), value, shelf, [...at, "examples", index, id]),
		),
	);
}

function valueFaults(column: SourceColumn | undefined, value: ExampleValue, shelf: Shelf, at: ContentPath): Fault[] {
	if (column === undefined) return [{ at, reason: "no column of this block has this id" }];
	const fault = (wanted: string): Fault[] => [{ at, reason: `wanted here: ${wanted}` }];
	// What an unknown name stands for was asked about before.
	const oneOf = (values: readonly ExampleValue[] | undefined) =>
		values === undefined || values.includes(value) ? [] : fault(values.join(", "));
	switch (column.kind) {
		case "text":
		case "person":
			return typeof value === "object" ? [] : fault("a text in both languages");
		case "date":
			return typeof value === "string" && /^\d{4}-\d{2}-\d{2}$/.test(value) ? [] : fault("a date, YYYY-MM-DD");
		case "yes-partly-no":
			return oneOf(YES_PARTLY_NO);
		case "choice":
			return oneOf(named(shelf.options, column.options)?.map(({ id }) => id));
		case "scale": {
			const points = named(shelf.scales, column.scale)?.points.map((point) => point.value);
			return oneOf(points && [...points, "unknown"]);
		}
	}
}

function named<Thing>(shelf: ReadonlyMap<string, Thing>, value: string | Thing): Thing | undefined {
	return typeof value === "string" ? shelf.get(value) : value;
}
