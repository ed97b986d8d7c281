import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { checkLibrary, type Library, type LibraryFile, loadLibrary } from "../worksheets/schema/load.ts";
import type { LibraryProblem } from "../worksheets/schema/problem.ts";
import { projectPath } from "./project-path.ts";

/** The library cannot be used. The message is for the operator: one line a problem, `path:line: reason`. */
export class LibraryError extends Error {
	constructor(lines: readonly string[]) {
		super(lines.join("\n"));
		this.name = "LibraryError";
	}
}

/** `extraDir`: a folder of one's own worksheets and templates, read beside the library (`WORKSHEETS_DIR`). */
export interface LibraryOptions {
	extraDir?: string | undefined;
}

/**
 * Reads worksheets, templates, scales and option lists from disk. The folder is not bundled: what the operator can
 * read is what runs. Throws `LibraryError` with every problem found.
 */
export function readLibrary({ extraDir }: LibraryOptions = {}): Library {
	const outcome = loadLibrary(libraryFiles(extraDir));
	if (outcome.ok) return outcome.value;
	throw new LibraryError(outcome.problems.map(asLine));
}

/**
 * Looks at the library and a folder beside it as their authors want to know it: one line a problem, `path:line: reason`,
 * texts that are hard to read among them. Throws `LibraryError` when a folder cannot be read.
 */
export function checkFolders({ extraDir }: LibraryOptions = {}): { files: number; lines: string[] } {
	const files = libraryFiles(extraDir);
	return { files: files.length, lines: checkLibrary(files).map(asLine) };
}

function asLine({ path, line, reason }: LibraryProblem): string {
	return `${path}:${line}: ${reason}`;
}

function libraryFiles(extraDir: string | undefined): LibraryFile[] {
	const own = withExamples(projectPath("worksheets/library"), (path) => relative(projectPath("."), path));
	const extra = extraDir === undefined ? [] : withExamples(extraDir, (path) => path, "WORKSHEETS_DIR");
	return [...own, ...extra];
}

/** A folder's files and those of its `examples`, if it has any. */
function withExamples(folder: string, shown: (path: string) => string, variable?: string): LibraryFile[] {
	const examples = join(folder, "examples");
	const files = yamlFiles(folder, shown, variable);
	return existsSync(examples) ? [...files, ...yamlFiles(examples, shown, variable)] : files;
}

function yamlFiles(folder: string, shown: (path: string) => string, variable = "library"): LibraryFile[] {
	try {
		return readdirSync(folder)
			.filter((name) => /\.ya?ml$/.test(name))
			.sort()
			.map((name) => join(folder, name))
			.map((path) => ({ path: shown(path), text: readFileSync(path, "utf8") }));
	} catch (error) {
		const code = error instanceof Error && "code" in error ? ` (${String(error.code)})` : "";
		throw new LibraryError([`${variable}: cannot read ${folder}${code}; it takes a folder of .yaml files`]);
	}
}
