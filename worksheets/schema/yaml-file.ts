import { type Document, isMap, isNode, isScalar, LineCounter, parseDocument, visit } from "yaml";
import { type Fault, type LibraryProblem, spell } from "./problem.ts";

/** A YAML file that could be read: its content, still of unknown shape, and a way from a fault to its line. */
export interface YamlFile {
	path: string;
	content: unknown;
	problem(fault: Fault): LibraryProblem;
}

export type YamlOutcome = { ok: true; file: YamlFile } | { ok: false; problems: LibraryProblem[] };

/**
 * Reads one YAML 1.2 document. Warnings count as faults (an unknown tag is one), and aliases are refused: the library
 * does not need them, and a few nested ones can stand for gigabytes.
 */
export function readYaml(path: string, text: string): YamlOutcome {
	const lines = new LineCounter();
	const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, uniqueKeys: true, merge: false });
	const problemAt = (offset: number, reason: string): LibraryProblem => {
		const { line, col } = lines.linePos(offset);
		return { path, line: Math.max(line, 1), column: Math.max(col, 1), reason };
	};

	const problems = [...document.errors, ...document.warnings].map((error) => problemAt(error.pos[0], error.message));
	visit(document, {
		Alias: (_, alias) => {
			problems.push(problemAt(alias.range?.[0] ?? 0, `alias *${alias.source}: write the text out instead`));
		},
	});
	if (problems.length > 0) return { ok: false, problems };

	const problem = (fault: Fault): LibraryProblem => {
		const place = spell(fault.at);
		const reason = fault.key === undefined && isAbsent(document, fault) ? "is missing" : fault.reason;
		return problemAt(offsetOf(document, fault), place === "" ? reason : `${place}: ${reason}`);
	};
	return { ok: true, file: { path, content: document.toJS(), problem } };
}

function isAbsent(document: Document, { at }: Fault): boolean {
	return at.length > 0 && !document.hasIn(at);
}

/** Where to point: at the key that is wrong, else at the value, else at the nearest thing above it that exists. */
function offsetOf(document: Document, { at, key }: Fault): number {
	for (let length = at.length; length >= 0; length--) {
		const node = length === 0 ? document.contents : document.getIn(at.slice(0, length), true);
		if (!isNode(node)) continue;
		if (key !== undefined && length === at.length && isMap(node)) {
			const pair = node.items.find((item) => isScalar(item.key) && item.key.value === key);
			if (isNode(pair?.key)) return pair.key.range?.[0] ?? 0;
		}
		return node.range?.[0] ?? 0;
	}
	return 0;
}
