import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

export const stampFile = "build/stamp";

const SOURCES = ["app", "server", "worksheets"];
const FILES = ["package.json", "package-lock.json", "remix.config.js", "tsconfig.json", "vite.config.ts"];

/** A hash over everything the build is made of: contents, not dates, so that a fresh clone and a copy agree. */
export function sourceStamp() {
	const hash = createHash("sha256");
	for (const path of [...FILES, ...SOURCES.flatMap(filesBelow)].sort()) {
		hash.update(path).update("\0").update(readFileSync(path)).update("\0");
	}
	return hash.digest("hex");
}

/** @param {string} folder @returns {string[]} */
function filesBelow(folder) {
	return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
		const path = join(folder, entry.name);
		if (entry.isDirectory()) return filesBelow(path);
		return /\.test\.tsx?$/.test(entry.name) ? [] : [path];
	});
}
