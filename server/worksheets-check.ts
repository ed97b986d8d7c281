import { resolve } from "node:path";
import { checkFolders, LibraryError } from "./library.ts";

/** `npm run worksheets:check [folder]`: looks at the library and at a folder beside it, `WORKSHEETS_DIR` when none is named. */
const folder = process.argv[2] ?? process.env.WORKSHEETS_DIR;

try {
	const { files, lines } = checkFolders(folder === undefined ? {} : { extraDir: resolve(folder) });
	for (const line of lines) process.stdout.write(`${line}\n`);
	process.stdout.write(`${files} files, ${lines.length === 0 ? "nothing" : lines.length} to mend\n`);
	process.exitCode = lines.length === 0 ? 0 : 1;
} catch (error) {
	if (!(error instanceof LibraryError)) throw error;
	process.stderr.write(`${error.message}\n`);
	process.exitCode = 1;
}
