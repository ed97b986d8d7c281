import type * as Y from "yjs";
import type { z } from "zod";
import { columnsOf, withoutRatings } from "./actor-columns.ts";
import { reportActors } from "./actor-report.ts";
import type { actorMapAnswerSchema } from "./answers.ts";
import { type BlockType, nameOf } from "./block-type.ts";
import type { BlockOf } from "./definitions.ts";
import { hasEntries, readRows } from "./rows.ts";
import { arrayAt, mapAt, setKey } from "./y-types.ts";

/**
 * Actors that a group names and rates, as a table in parts and on a board.
 *
 * Stored: `doc.getArray(name)` of rows as rows.ts describes them, with the columns of all parts; a row's place on the
 * board is its ratings on the two axes (actor-board.ts). Where the ratings are private, `doc.getMap(<block>/release)`
 * holds `released: true` from when the group releases them until it takes that back.
 */
type Definition = BlockOf<"actor-map">;

export type ActorMapAnswer = z.infer<typeof actorMapAnswerSchema>;

export const actorMapBlock: BlockType<"actor-map", Definition, ActorMapAnswer> = {
	type: "actor-map",
	read: (doc, block, item) => ({
		rows: readRows(arrayAt(doc, nameOf(block.id, item)), columnsOf(block)),
		ratings: !block.private || isReleased(doc, block, item) ? "open" : "group",
	}),
	isEmpty: (answer) => !hasEntries(answer.rows),
	forOutside(block, answer) {
		if (answer.ratings === "open") return answer;
		const shown = new Set(block.parts.flatMap((part, index) => withoutRatings(part, index)).map(({ id }) => id));
		const rows = answer.rows.map(({ id, cells }) => ({
			id,
			cells: Object.fromEntries(Object.entries(cells).map(([key, cell]) => [key, shown.has(key) ? cell : null])),
		}));
		return { rows, ratings: "withheld" };
	},
	report: reportActors,
};

/** The name under which the group's release stands. */
export function releaseName(block: Definition, item: string | undefined): string {
	return nameOf(block.id, item, "release");
}

/** Whether the group lets people outside see what is rated. */
export function isReleased(doc: Y.Doc, block: Definition, item: string | undefined): boolean {
	return mapAt(doc, releaseName(block, item))?.get("released") === true;
}

/** Lets people outside the group see what is rated, or takes that back. */
export function setReleased(doc: Y.Doc, block: Definition, item: string | undefined, released: boolean): void {
	doc.transact(() => setKey(doc.getMap(releaseName(block, item)), "released", released ? true : null));
}
