import { NodeCompiler } from "@myriaddreamin/typst-ts-node-compiler";
import { projectPath } from "../../project-path.ts";
import { paperTexts } from "./paper-text.ts";
import type { PdfReport } from "./pdf-report.ts";

const TEMPLATE_FOLDER = "server/export/pdf";
const FONT_FOLDER = "node_modules/@expo-google-fonts/fira-sans";
const FONTS = ["400Regular", "400Regular_Italic", "600SemiBold", "600SemiBold_Italic"];
/** Each round names every character that still fails; a few rounds cover fallbacks that fail in turn. */
const GLYPH_ROUNDS = 4;
const NO_GLYPH = "could not be displayed";

/** A PDF in PDF/UA-1 mode from the report's JSON (see report.typ for its shape). */
export type Compile = (report: string) => Uint8Array;

/** Loads Typst with our own fonts. Synchronous and native: it belongs into a process of its own. */
export function createCompiler(): Compile {
	const compiler = NodeCompiler.create({
		workspace: projectPath(TEMPLATE_FOLDER),
		fontArgs: [{ fontPaths: FONTS.map((weight) => projectPath(`${FONT_FOLDER}/${weight}`)) }],
	});
	const mainFilePath = projectPath(`${TEMPLATE_FOLDER}/report.typ`);

	/** Those of the characters that no font can show: a page of them is made in no time, a long report twice is not. */
	function withoutGlyph(characters: ReadonlySet<string>): Set<string> {
		const missing = new Set<string>();
		for (let round = 1; round <= GLYPH_ROUNDS; round++) {
			const left = [...characters].filter((character) => !missing.has(character));
			try {
				if (left.length > 0) compileOnce(JSON.stringify(pageOf(left.join(" "))));
				return missing;
			} catch (error) {
				for (const one of missingCharacters(error instanceof Error ? error.message : "")) missing.add(one);
			}
		}
		return missing;
	}

	function compileOnce(report: string): Uint8Array {
		const compiled = compiler.compile({ mainFilePath, inputs: { report } });
		const document = compiled.result;
		if (document === null) {
			const error = compiled.takeError();
			throw new Error(
				`Typst refused the report: ${error ? JSON.stringify(compiler.fetchDiagnostics(error)) : "no reason given"}`,
			);
		}
		try {
			// What it kept for a further round of layout, a sixth of its memory where groups are many.
			compiler.evictCache(0);
			return compiler.pdf(document, { pdfStandard: "ua-1" });
		} finally {
			compiler.evictCache(0);
		}
	}

	return (report) => {
		const paper = paperTexts(report);
		const scarce = withoutGlyph(scarceCharacters(paper));
		let text = scarce.size === 0 ? paper : spellOut(paper, scarce);
		for (let round = 1; ; round++) {
			try {
				return compileOnce(text);
			} catch (error) {
				const message = error instanceof Error ? error.message : "";
				const missing = missingCharacters(message);
				if (missing.size === 0 || round === GLYPH_ROUNDS) {
					// That message quotes what people wrote, and the reason for a failure is logged.
					throw message.includes(NO_GLYPH) ? new Error("Typst has no shape for some of the characters") : error;
				}
				text = spellOut(text, missing);
			}
		}
	};
}

/** Our fonts show all up to Latin Extended-A. What joins with letters around it cannot be judged by itself. */
const SCARCE = /[^\n\u0020-\u017f\p{M}\p{Cf}]/gu;

function scarceCharacters(report: string): Set<string> {
	return new Set(report.match(SCARCE));
}

/** A report of one paragraph. */
function pageOf(text: string): PdfReport {
	return {
		title: "-",
		language: "de",
		product: "",
		interim: null,
		headerRight: "",
		footer: "",
		pageWord: "",
		ofWord: "",
		contentsWord: "",
		contentsDepth: 0,
		facts: [],
		nodes: [{ kind: "paragraph", text }],
	};
}

/** The characters for which no font has a shape, as Typst's PDF/UA errors name them. */
export function missingCharacters(message: string): Set<string> {
	const found = new Set<string>();
	for (const [, quoted = ""] of message.matchAll(/the text `\\*"(.*?)\\*"` could not be displayed/g)) {
		const text = quoted.replace(/\\+u\{([0-9a-f]+)\}/gi, (_, hex: string) =>
			String.fromCodePoint(Number.parseInt(hex, 16)),
		);
		for (const character of text) if (character > "~" || character < " ") found.add(character);
	}
	return found;
}

/** Puts `[U+4E2D]` in the place of such characters: visible and searchable, where a box or a gap would hide the loss. */
export function spellOut(report: string, characters: ReadonlySet<string>): string {
	const replace = (value: unknown): unknown => {
		if (typeof value === "string") {
			return [...value]
				.map((character) =>
					characters.has(character)
						? `[U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}]`
						: character,
				)
				.join("");
		}
		if (Array.isArray(value)) return value.map(replace);
		if (value !== null && typeof value === "object") {
			return Object.fromEntries(Object.entries(value).map(([key, child]) => [key, replace(child)]));
		}
		return value;
	};
	return JSON.stringify(replace(JSON.parse(report)));
}
