import * as z from "zod/mini";
import { dateFormat } from "../contract/date-format.ts";
import type { Language } from "../contract/languages.ts";

const isoDate = z.iso.date();

/** A day as `YYYY-MM-DD`, taken from a document; null for anything else. */
export function readDate(value: unknown): string | null {
	const parsed = isoDate.safeParse(value);
	return parsed.success ? parsed.data : null;
}

/** `2023-03-08` as „08.03.2023“ or “8 Mar 2023”. */
export function dateText(iso: string, language: Language): string {
	const locale = language === "de" ? "de-DE" : "en-GB";
	const time = Date.parse(iso);
	if (Number.isNaN(time)) return iso;
	return dateFormat(locale, "UTC", { dateStyle: "medium" }).format(time);
}
