/** `npm run bench:bundle`: what a participant's page loads, in KB of gzip, beside its budget. Exits 1 above it. */
import { readFileSync } from "node:fs";
import { join, parse } from "node:path";
import { gzipSync } from "node:zlib";
import { z } from "zod";
import "../../server/build/ensure.mjs";

const CLIENT = "build/app/client";
const MANIFEST = "build/app/.vite/client-manifest.json";
const BUDGET_KB = { beforeEditor: 130, editor: 173, css: 24 };
const PAGE = ["app/entry.client.tsx", "app/root.tsx", "app/routes/w.$id._index.tsx"];
/** German, the longer language; a browser loads one of them. */
const TEXTS = ["app/i18n/de/live.ts"];
/** Loaded as soon as the page is alive, before anybody sees an editor. */
const LINE = ["app/session/session-connection.ts"];
const EDITOR = ["app/worksheet/sheet.tsx", "app/worksheet/rich-text/rich-text-editor.tsx", "app/i18n/de/sheet.ts"];

const manifestSchema = z.record(
	z.string(),
	z.object({
		file: z.string(),
		name: z.string().optional(),
		isDynamicEntry: z.boolean().default(false),
		imports: z.array(z.string()).default([]),
		css: z.array(z.string()).default([]),
		assets: z.array(z.string()).default([]),
	}),
);

const manifest = manifestSchema.parse(JSON.parse(readFileSync(MANIFEST, "utf8")));

const page = closure([...PAGE, ...TEXTS]);
const line = without(closure(LINE), page);
const beforeEditor = new Set([...page, ...line]);
const editor = without(closure(EDITOR), beforeEditor);
const css = styles(new Set([...beforeEditor, ...editor]));

const rows: [what: string, kilobytes: number, budget: number | null][] = [
	["page and its texts (JS)", kilobytes(files(page)), null],
	["live line, after hydration (JS)", kilobytes(files(line)), null],
	["everything before the editor (JS)", kilobytes(files(beforeEditor)), BUDGET_KB.beforeEditor],
	["editor and CRDT, lazily (JS)", kilobytes(files(editor)), BUDGET_KB.editor],
	["styles (CSS)", kilobytes(css), BUDGET_KB.css],
];
for (const [what, got, budget] of rows) {
	const verdict = budget === null ? "" : `   budget ${budget} KB${got > budget ? "   EXCEEDED" : ""}`;
	console.log(`${what.padEnd(34)} ${got.toFixed(1).padStart(6)} KB gz${verdict}`);
}
if (process.argv.includes("--files")) {
	for (const [part, names] of Object.entries({ page, line, editor })) {
		for (const name of [...names].sort()) {
			const size = kilobytes(files(new Set([name])));
			console.log(`${part.padEnd(7)} ${size.toFixed(1).padStart(6)}  ${name}`);
		}
	}
}
process.exit(rows.every(([, got, budget]) => budget === null || got <= budget) ? 0 : 1);

/**
 * The manifest names Remix's route modules with a query of their own, and by its file's name alone what is imported
 * later and has parts that other such files import too.
 */
function find(source: string): string | undefined {
	const named = Object.keys(manifest).find((name) => name === source || name.startsWith(`${source}?`));
	const shared = () =>
		Object.entries(manifest).find(([, { isDynamicEntry, name }]) => isDynamicEntry && name === parse(source).name);
	return named ?? shared()?.[0];
}

function without(names: ReadonlySet<string>, others: ReadonlySet<string>): Set<string> {
	return new Set([...names].filter((name) => !others.has(name)));
}

function closure(sources: string[]): Set<string> {
	const seen = new Set<string>();
	const visit = (name: string): void => {
		if (seen.has(name)) return;
		seen.add(name);
		for (const next of manifest[name]?.imports ?? []) visit(next);
	};
	for (const source of sources) {
		const name = find(source);
		if (!name) throw new Error(`${source} is not in the build`);
		visit(name);
	}
	return seen;
}

function files(names: ReadonlySet<string>): string[] {
	return [...new Set([...names].map((name) => manifest[name]?.file ?? ""))].filter((file) => file.endsWith(".js"));
}

/** Sheets of style that come with these; the gallery's and the cockpit's come with their own pages. */
function styles(names: ReadonlySet<string>): string[] {
	const own = [...names].flatMap((name) => [...(manifest[name]?.css ?? []), ...(manifest[name]?.assets ?? [])]);
	return [...new Set(own)].filter((file) => file.endsWith(".css"));
}

function kilobytes(paths: readonly string[]): number {
	return paths.reduce((sum, path) => sum + gzipSync(readFileSync(join(CLIENT, path)), { level: 9 }).length / 1000, 0);
}
