import type { Language } from "../contract/languages.ts";
import type { Option, Scale } from "../schema/parts.ts";

/** A point's value, or that people cannot or do not want to say. */
export type Point = number | "unknown";

/** A value taken from a document; null unless it is a point of this scale or "unknown". */
export function readPoint(scale: Scale, value: unknown): Point | null {
	if (value === "unknown") return "unknown";
	return scale.points.find((point) => point.value === value)?.value ?? null;
}

/** „3 umgesetzt“; empty for a value the scale does not have. */
export function pointText(scale: Scale, value: unknown, language: Language): string {
	if (value === "unknown") return scale.unknown[language];
	const point = scale.points.find((candidate) => candidate.value === value);
	return point === undefined ? "" : `${point.value} ${point.label[language]}`;
}

/** An id taken from a document; null unless it is one of these options'. */
export function readOption(options: readonly Option[], value: unknown): string | null {
	return options.find((option) => option.id === value)?.id ?? null;
}

/** An option's label; empty for an id the list does not have. */
export function optionText(options: readonly Option[], id: unknown, language: Language): string {
	return options.find((option) => option.id === id)?.label[language] ?? "";
}
