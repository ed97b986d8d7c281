import * as Y from "yjs";
import type { Column } from "../schema/parts.ts";
import { between } from "./between.ts";
import { insertRow, mapRows, markRemoved, rowById, unmarkRemoved } from "./rows.ts";
import {
	clustersName,
	type Definition,
	type Place,
	placeOf,
	type StatementSource,
	synthesisBlock,
} from "./synthesis.ts";

const TEXT_COLUMN: Column = { id: "text", kind: "text", label: { de: "Aussage", en: "Statement" } };
const NAME_COLUMN: Column = { id: "name", kind: "text", label: { de: "Themenfeld", en: "Theme" } };

/** What a room can talk about; more is a list that nobody reads. */
export const MOST_STATEMENTS = 200;
export const MOST_CLUSTERS = 30;

/** What an answer brings along at most, in UTF-16 units: a statement is a few sentences, and it is edited anyway. */
const LONGEST_TAKEN = 4_000;

export type Kind = "statement" | "cluster";

interface List {
	column: Column;
	most: number;
	array: Y.Array<unknown>;
}

function listOf(doc: Y.Doc, block: Definition, kind: Kind): List {
	return kind === "statement"
		? { column: TEXT_COLUMN, most: MOST_STATEMENTS, array: doc.getArray(block.id) }
		: { column: NAME_COLUMN, most: MOST_CLUSTERS, array: doc.getArray(clustersName(block)) };
}

/**
 * Adds a statement, at the end of its cluster or of the loose ones, or a cluster at the end. False, and nothing
 * written, when the board is full. `id` is a random one; `source.name` is cut at what the board keeps of it.
 */
export function add(
	doc: Y.Doc,
	block: Definition,
	kind: Kind,
	{ id, text, source, cluster }: { id: string; text: string; source?: StatementSource; cluster?: string },
): boolean {
	return doc.transact(() => {
		const { column, most, array } = listOf(doc, block, kind);
		const last = Math.max(0, ...mapRows(array, (_id, row) => placeOf(row).order));
		if (!insertRow(array, [column], id, most, { [column.id]: text.slice(0, LONGEST_TAKEN) })) return false;
		const row = rowById(array, id);
		row?.set("place", placeAt(Number.isFinite(last + 1) ? last + 1 : last, cluster));
		if (source !== undefined) row?.set("source", { ...source, name: source.name.slice(0, 300) });
		return true;
	});
}

/** A thing's own `Y.Text`: what a statement says, what a cluster is called. Null when it is gone. */
export function textOf(doc: Y.Doc, block: Definition, kind: Kind, id: string): Y.Text | null {
	const { column, array } = listOf(doc, block, kind);
	const text = rowById(array, id)?.get(column.id);
	return text instanceof Y.Text ? text : null;
}

/**
 * Puts a statement among those of a cluster, null being the loose ones, so that it stands at `index` there (0 is the
 * first). Only its own place is written where a number between its neighbours' is left.
 */
export function moveStatement(doc: Y.Doc, block: Definition, id: string, cluster: string | null, index: number): void {
	doc.transact(() => {
		const { clusters, loose } = synthesisBlock.read(doc, block);
		const there = cluster === null ? loose : clusters.find((one) => one.id === cluster)?.statements;
		if (there === undefined) return;
		const ids = there.map((statement) => statement.id);
		putAt(listOf(doc, block, "statement").array, ids, id, index, cluster ?? undefined);
	});
}

/** Puts a cluster at `index` among the clusters. */
export function moveCluster(doc: Y.Doc, block: Definition, id: string, index: number): void {
	doc.transact(() => {
		const ids = synthesisBlock.read(doc, block).clusters.map((cluster) => cluster.id);
		putAt(listOf(doc, block, "cluster").array, ids, id, index, undefined);
	});
}

/** `siblings` are in order; the one that is moved may be among them. */
function putAt(
	array: Y.Array<unknown>,
	siblings: readonly string[],
	id: string,
	position: number,
	cluster: string | undefined,
): void {
	const moved = rowById(array, id);
	if (moved === null) return;
	const others = siblings.flatMap((sibling) => {
		const row = sibling === id ? null : rowById(array, sibling);
		return row === null ? [] : [row];
	});
	const index = Math.max(0, Math.min(Math.trunc(position), others.length));
	const [before, after] = [others[index - 1], others[index]];
	const order = between(before && placeOf(before).order, after && placeOf(after).order);
	if (order !== null) {
		setPlace(moved, placeAt(order, cluster));
		return;
	}
	others.splice(index, 0, moved);
	for (const [rank, row] of others.entries()) setPlace(row, placeAt(rank + 1, cluster));
}

/** Takes a statement, or a cluster, out of sight until the next of its kind goes; a cluster's statements stay. */
export function remove(doc: Y.Doc, block: Definition, kind: Kind, id: string): void {
	doc.transact(() => markRemoved(listOf(doc, block, kind).array, id));
}

/** False when it is gone for good. */
export function restore(doc: Y.Doc, block: Definition, kind: Kind, id: string): boolean {
	return doc.transact(() => unmarkRemoved(listOf(doc, block, kind).array, id));
}

/**
 * Notes that somebody has seen what the source says by now, and has the statement say the same where `text` is given.
 * That is a text anew, so that two people who take it at once do not write it twice.
 */
export function follow(
	doc: Y.Doc,
	block: Definition,
	id: string,
	{ said, text }: { said: string; text?: string },
): void {
	doc.transact(() => {
		const row = rowById(listOf(doc, block, "statement").array, id);
		const source = sourceOf(doc, block, id);
		if (row === null || source === undefined) return;
		if (source.said !== said) row.set("source", { ...source, said });
		if (text !== undefined) row.set(TEXT_COLUMN.id, new Y.Text(text.slice(0, LONGEST_TAKEN)));
	});
}

function sourceOf(doc: Y.Doc, block: Definition, id: string): StatementSource | undefined {
	const { clusters, loose } = synthesisBlock.read(doc, block);
	const all = [...loose, ...clusters.flatMap(({ statements }) => statements)];
	return all.find((statement) => statement.id === id)?.source;
}

function placeAt(order: number, cluster: string | undefined): Place {
	return cluster === undefined ? { order } : { order, cluster };
}

function setPlace(row: Y.Map<unknown>, place: Place): void {
	const now = placeOf(row);
	if (!row.has("place") || now.order !== place.order || now.cluster !== place.cluster) row.set("place", place);
}
