/** Imports point inward: app → worksheets ← server. Each broken rule is told with its sentence. */
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, normalize } from "node:path";

const BUILTINS = /^node:/;
const problems: string[] = [];

for (const path of ["app", "server", "worksheets"].flatMap(filesBelow)) {
	const [room = ""] = path.split("/");
	for (const { specifier, typeOnly } of importsOf(readFileSync(path, "utf8"))) {
		const target = specifier.startsWith(".") ? normalize(join(dirname(path), specifier)) : specifier;
		const why = broken(room, path, target, typeOnly);
		if (why) problems.push(`${path}: imports ${specifier}: ${why}`);
	}
}

if (problems.length > 0) {
	console.error(problems.join("\n"));
	process.exit(1);
}

function broken(room: string, path: string, target: string, typeOnly: boolean): string | null {
	if (room === "worksheets") {
		if (/^(app|server)\//.test(target)) return "the domain knows neither the screens nor the server";
		if (BUILTINS.test(target) && !path.includes(".test."))
			return "the domain runs in the browser too: no Node built-ins";
		if (/^react/.test(target)) return "the domain has no screen";
	}
	if (room === "server" && target.startsWith("app/"))
		return "the server never imports the app: pages come from the build";
	if (room === "app") {
		if (target.startsWith("server/") && !(typeOnly && target === "server/services.ts")) {
			return "the app sees the server only through the types of server/services.ts";
		}
		if (BUILTINS.test(target) && !/entry\.server|\.server\.|\.test\./.test(path))
			return "this file reaches the browser";
	}
	if (
		/^(app|server|worksheets)\//.test(target) &&
		!/\.(ts|tsx|mjs|js|scss|css|json|yaml|woff2|txt)(\?\w+)?$/.test(target)
	) {
		return "write the file's ending";
	}
	return null;
}

function importsOf(source: string): { specifier: string; typeOnly: boolean }[] {
	const found: { specifier: string; typeOnly: boolean }[] = [];
	const statement =
		/(?:^|\n)\s*(import|export)\s+(type\s)?[^;'"]*?from\s*["']([^"']+)["']|import\(\s*["']([^"']+)["']\s*\)|(?:^|\n)\s*import\s+["']([^"']+)["']/g;
	for (const match of source.matchAll(statement)) {
		found.push({ specifier: match[3] ?? match[4] ?? match[5] ?? "", typeOnly: match[2] !== undefined });
	}
	return found;
}

function filesBelow(folder: string): string[] {
	return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
		const path = join(folder, entry.name);
		if (entry.isDirectory()) return filesBelow(path);
		return /\.(ts|tsx|mjs)$/.test(entry.name) ? [path] : [];
	});
}
