import { NodeCompiler } from "@myriaddreamin/typst-ts-node-compiler";
import { projectPath } from "../../project-path.ts";

const TEMPLATE_FOLDER = "server/export/pdf";
const FONT_FOLDER = "node_modules/@expo-google-fonts/fira-sans";
const FONTS = ["400Regular", "400Regular_Italic", "600SemiBold", "600SemiBold_Italic"];
/** Each round names every character that still fails; a few rounds cover fallbacks that fail in turn. */
const GLYPH_ROUNDS = 4;
/** Makes the rest of a line stand backwards, on paper and for whoever copies it. Scripts keep the direction they have. */
const FORCED_DIRECTION = /[\u202a-\u202e\u2066-\u2069]/g;
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
			return compiler.pdf(document, { pdfStandard: "ua-1" });
		} finally {
			compiler.evictCache(5);
		}
	}

	return (report) => {
		let text = report.replace(FORCED_DIRECTION, "");
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
