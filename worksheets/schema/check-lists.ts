import type { Scale } from "./parts.ts";
import type { ContentPath, Fault } from "./problem.ts";
import type { SourceColumn } from "./source.ts";

/** What is wrong with columns: ids given twice, and what stands in them. */
export function columnsFaults(columns: readonly SourceColumn[], at: ContentPath): Fault[] {
	const faults = repeatedIds(columns, at, "column");
	columns.forEach((column, index) => {
		const here = [...at, index];
		if (column.kind === "choice") faults.push(...written(column.options, [...here, "options"], "option"));
		if (column.kind === "scale" && typeof column.scale !== "string") {
			faults.push(...scaleFaults(column.scale, [...here, "scale"]));
		}
	});
	return faults;
}

/** A list that may stand here under its name: then its own file answers for it. */
export function written(list: string | readonly { id: string }[], at: ContentPath, noun: string): Fault[] {
	return typeof list === "string" ? [] : repeatedIds(list, at, noun);
}

/** Ids that occur a second time in a list. */
export function repeatedIds(list: readonly { id: string }[], at: ContentPath, noun: string): Fault[] {
	const seen = new Set<string>();
	return list.flatMap(({ id }, index) => {
		if (!seen.has(id)) {
			seen.add(id);
			return [];
		}
		return [{ at: [...at, index, "id"], reason: `${noun} "${id}" exists already in this list` }];
	});
}

/** Points of a scale stand in ascending order; the order is what „more“ means. */
export function scaleFaults(scale: Scale, at: ContentPath): Fault[] {
	return scale.points.flatMap(({ value }, index) => {
		const before = scale.points[index - 1];
		if (before === undefined || before.value < value) return [];
		return [{ at: [...at, "points", index, "value"], reason: `${value} must be greater than ${before.value}` }];
	});
}
