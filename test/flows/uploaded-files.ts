import { readdirSync } from "node:fs";
import { join, relative } from "node:path";

/** The files with uploaded bytes below a data folder, as `<workshop>/<material>`. */
export function filesBelow(dataDir: string): string[] {
	const root = join(dataDir, "materials");
	const entries = readdirSync(dataDir).includes("materials")
		? readdirSync(root, { recursive: true, withFileTypes: true })
		: [];
	return entries.filter((entry) => entry.isFile()).map((entry) => relative(root, join(entry.parentPath, entry.name)));
}
