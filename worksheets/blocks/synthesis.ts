import * as Y from "yjs";
import * as z from "zod/mini";
import { idSchema, questionNameSchema } from "../contract/ids.ts";
import type { Language } from "../contract/languages.ts";
import type { ReportNode } from "../report/nodes.ts";
import { reportWords } from "../report/words.ts";
import type { clusterSchema, statementSchema, synthesisAnswerSchema } from "./answers.ts";
import { type BlockType, nameOf } from "./block-type.ts";
import type { BlockOf } from "./definitions.ts";
import { KEY_MESSAGE } from "./key-message.ts";
import { mapRows } from "./rows.ts";
import { arrayAt } from "./y-types.ts";

/**
 * What a room makes of its sheets: statements, most of them taken out of answers, in clusters with a name.
 *
 * Stored: `doc.getArray(<block>)` of statements and `doc.getArray(<block>/clusters)` of clusters, both rows as rows.ts
 * describes them: a statement's `text` and a cluster's `name` are `Y.Text`. Under `place` each has a plain object
 * `{ order, cluster? }`: lower orders come first (of equal ones the row that stands first), and `cluster` is the id of
 * the cluster that a statement stands in. Moving sets that one key and touches no row's place in the array, so that of
 * two people who move the same thing at once one decides, and nothing is lost or there twice. A statement whose cluster
 * is not there (any more) is a loose one, and is back where it was when the cluster is restored. `source`, where a
 * statement was taken out of a sheet, is a plain object `{ document, question, part?, name, said }`: the ids of the
 * document and of the question in it, `part: "key-message"` for its Kernaussage; in words whose sheet it was, because
 * not everybody who reads the board may open that sheet; and the fingerprint (fingerprint.ts) of what the answer said
 * when it was taken or last looked at. synthesis-write.ts has what writes.
 */
export type Definition = BlockOf<"synthesis">;

export const statementSourceSchema = z.object({
	document: idSchema,
	question: questionNameSchema,
	part: z.optional(z.literal(KEY_MESSAGE)),
	name: z.string().check(z.maxLength(300)),
	said: z.string().check(z.maxLength(40)),
});
export type StatementSource = z.infer<typeof statementSourceSchema>;

const placeSchema = z.object({
	order: z.number(),
	cluster: z.optional(z.string().check(z.maxLength(80))),
});
export type Place = z.infer<typeof placeSchema>;

export type Statement = z.infer<typeof statementSchema>;

export type Cluster = z.infer<typeof clusterSchema>;

export type SynthesisAnswer = z.infer<typeof synthesisAnswerSchema>;

export const synthesisBlock: BlockType<"synthesis", Definition, SynthesisAnswer> = {
	type: "synthesis",
	read(doc, block) {
		const clusters = inOrder(
			mapRows(
				arrayAt(doc, clustersName(block)),
				(id, row): Placed<Cluster> => ({
					order: placeOf(row).order,
					made: { id, name: textIn(row, "name"), statements: [] },
				}),
			),
		);
		const byId = new Map(clusters.map((cluster) => [cluster.id, cluster]));
		const loose: Statement[] = [];
		const statements = mapRows(arrayAt(doc, block.id), (id, row) => {
			const source = statementSourceSchema.safeParse(row.get("source"));
			const place = placeOf(row);
			const made = { id, text: textIn(row, "text"), ...(source.success ? { source: source.data } : {}) };
			return { order: place.order, made: { made, in: byId.get(place.cluster ?? "")?.statements ?? loose } };
		});
		for (const statement of inOrder(statements)) statement.in.push(statement.made);
		return { clusters, loose };
	},
	isEmpty: ({ clusters, loose }) =>
		!clusters.some(({ name, statements }) => isSaid(name) || statements.some(({ text }) => isSaid(text))) &&
		!loose.some(({ text }) => isSaid(text)),
	report(_block, { clusters, loose }, language) {
		const words = reportWords[language];
		const parts = clusters.flatMap(({ name, statements }): ReportNode[] => {
			const said = listOf(statements, language);
			if (said.length === 0 && !isSaid(name)) return [];
			const heading: ReportNode = { kind: "heading", level: 4, text: name.trim() || words.unnamedCluster };
			return [heading, ...(said.length === 0 ? [{ kind: "note" as const, text: words.noStatements }] : said)];
		});
		const rest = listOf(loose, language);
		const heading: ReportNode[] =
			parts.length * rest.length === 0 ? [] : [{ kind: "heading", level: 4, text: words.looseStatements }];
		return [...parts, ...heading, ...rest];
	},
};

/** The name under which the clusters stand. */
export function clustersName(block: Definition): string {
	return nameOf(block.id, "clusters");
}

function textIn(row: Y.Map<unknown>, key: string): string {
	const text = row.get(key);
	return text instanceof Y.Text ? text.toString() : "";
}

/** Where a row stands; in front of all others where it does not say so in a way that can be made sense of. */
export function placeOf(row: Y.Map<unknown>): Place {
	const parsed = placeSchema.safeParse(row.get("place"));
	return parsed.success ? parsed.data : { order: 0 };
}

/** „Mehr Zeit für Übergaben (aus Gruppe B: Stand und Perspektiven)“, on one line. */
function statementLine({ text, source }: Statement, language: Language): string {
	const said = text.trim().replace(/\s*\n\s*/g, " ");
	return source === undefined ? said : `${said} (${reportWords[language].takenFrom(source.name)})`;
}

function listOf(statements: readonly Statement[], language: Language): ReportNode[] {
	const items = statements.filter(({ text }) => isSaid(text)).map((statement) => statementLine(statement, language));
	return items.length === 0 ? [] : [{ kind: "list", ordered: false, items }];
}

function isSaid(text: string): boolean {
	return text.trim() !== "";
}

interface Placed<Made> {
	order: number;
	made: Made;
}

function inOrder<Made>(rows: Placed<Made>[]): Made[] {
	return rows.sort((a, b) => a.order - b.order).map(({ made }) => made);
}
