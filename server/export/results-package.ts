import { resultsWords } from "../../worksheets/report/results-words.ts";
import type { TakeHome } from "../../worksheets/report/take-home.ts";
import type { Download } from "../http/download.ts";
import type { Logger } from "../logger.ts";
import { csvOf } from "./csv.ts";
import { packageFolder, resultsFileName, tablePath } from "./file-name.ts";
import { LONGEST_MS } from "./file-writer.ts";
import { type PackageFile, packaged } from "./package.ts";
import type { ProgressReport } from "./progress.ts";

/** For all files of a package: the one that takes longest, and as long again for all others and for waiting. */
const PACKAGE_MS = 2 * LONGEST_MS;

interface ResultsPackageOptions {
	/** One file each, in this order. */
	formats: readonly { ending: string; write(): Promise<Uint8Array> }[];
	/** What else goes with them, by a path within the package. */
	more: readonly PackageFile[];
	/** The same, behind the results: large, and to be had elsewhere where time runs out. */
	last: readonly PackageFile[];
	writtenAt: Date;
	/** Where somebody asks how far it is. */
	progress?: ProgressReport | undefined;
	logger: Logger;
}

/** The results in every format, their tables as CSV, and what goes with them, in one archive with one folder. */
export function resultsPackage(
	file: TakeHome,
	{ formats, more, last, writtenAt, progress, logger }: ResultsPackageOptions,
): Download & { body: AsyncIterable<Uint8Array> } {
	const { language, tables } = file;
	const { missingFile, missingFiles } = resultsWords[language];
	const fileName = resultsFileName(file, "zip");
	const folder = packageFolder(file);
	const encode = (text: string) => new TextEncoder().encode(text);
	const files: PackageFile[] = [
		...tables.map((table, index) => ({
			path: tablePath(table.name, index),
			write: async () => encode(csvOf(table, language)),
		})),
		...more,
		...formats.map(({ ending, write }) => ({ path: resultsFileName(file, ending), write })),
		...last,
	];
	progress?.begin(files.length);
	const body = packaged({
		files: files.map(({ path, write }) => ({ path: `${folder}/${path}`, write })),
		note: (missing) => ({
			path: `${folder}/${missingFile}`,
			write: async () => encode([missingFiles, "", ...missing, ""].join("\r\n")),
		}),
		onMissing: (path) => {
			logger.warn("a package lacks a file", { ending: path.slice(path.lastIndexOf(".")) });
			progress?.missing(path.slice(folder.length + 1));
		},
		onWritten: () => progress?.written(),
		writtenAt,
		limitMs: PACKAGE_MS,
	});
	return { fileName, contentType: "application/zip", body };
}
