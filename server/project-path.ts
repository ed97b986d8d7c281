import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = findRoot(dirname(fileURLToPath(import.meta.url)));

/** An absolute path inside the project, whether this runs from source or from `build/server`. */
export function projectPath(relative: string): string {
	return join(root, relative);
}

function findRoot(start: string): string {
	let folder = start;
	while (!existsSync(join(folder, "package.json"))) {
		const parent = dirname(folder);
		if (parent === folder) throw new Error("package.json not found above the server");
		folder = parent;
	}
	return folder;
}
