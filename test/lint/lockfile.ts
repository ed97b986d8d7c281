/** A lock file without an entry for some platform's optional package installs here and fails there: none may be missing. */
import { readFileSync } from "node:fs";
import { z } from "zod";

const lockSchema = z.object({
	packages: z.record(
		z.string(),
		z.object({
			optionalDependencies: z.record(z.string(), z.string()).optional(),
			resolved: z.string().optional(),
		}),
	),
});

const { packages } = lockSchema.parse(JSON.parse(readFileSync("package-lock.json", "utf8")));
const missing: string[] = [];
for (const [path, entry] of Object.entries(packages)) {
	for (const name of Object.keys(entry.optionalDependencies ?? {})) {
		if (!resolves(path, name)) missing.push(`${path || "package.json"}: ${name}`);
	}
	if (entry.resolved?.includes("://")) missing.push(`${path}: names a registry's host`);
}
if (missing.length > 0) {
	console.error(`package-lock.json is incomplete:\n${missing.join("\n")}`);
	process.exit(1);
}

function resolves(path: string, name: string): boolean {
	for (let folder = path; ; folder = folder.slice(0, Math.max(0, folder.lastIndexOf("/node_modules/")))) {
		if (packages[`${folder === "" ? "" : `${folder}/`}node_modules/${name}`]) return true;
		if (folder === "") return false;
	}
}
