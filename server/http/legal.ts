import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Language } from "../../worksheets/contract/languages.ts";
import type { LegalPage } from "../services.ts";

const PAGES = ["impressum", "datenschutz", "barrierefreiheit"] as const satisfies readonly LegalPage[];
/** A text is read again after this long, so that the operator sees a change without a restart. */
const FRESH_MS = 10_000;

export interface LegalTexts {
	/** Plain text, paragraphs separated by empty lines; the German one where a translation is missing. */
	text(page: LegalPage, language: Language): string | null;
	missing(): readonly LegalPage[];
}

/** The operator's own texts: `<DATA_DIR>/legal/<page>.<language>.txt`. */
export function createLegalTexts(dataDir: string, now: () => number): LegalTexts {
	const cache = new Map<string, { text: string | null; readAt: number }>();
	const read = (page: LegalPage, language: Language): string | null => {
		const name = `${page}.${language}.txt`;
		const known = cache.get(name);
		if (known && now() - known.readAt < FRESH_MS) return known.text;
		const text = readText(join(dataDir, "legal", name));
		cache.set(name, { text, readAt: now() });
		return text;
	};
	const text = (page: LegalPage, language: Language) => read(page, language) ?? read(page, "de");
	return { text, missing: () => PAGES.filter((page) => text(page, "de") === null) };
}

function readText(path: string): string | null {
	try {
		return readFileSync(path, "utf8").trim() || null;
	} catch (cause) {
		if (cause instanceof Error && "code" in cause && cause.code === "ENOENT") return null;
		throw cause;
	}
}
