import type * as Y from "yjs";
import type { BlockOf } from "../../worksheets/blocks/definitions.ts";
import { setAssessment } from "../../worksheets/blocks/module-assessment.ts";
import type { Point } from "../../worksheets/blocks/points.ts";
import { place } from "../../worksheets/blocks/ranking-write.ts";
import { addRow } from "../../worksheets/blocks/table.ts";
import { worksheetSchema } from "../../worksheets/schema/worksheet.ts";
import { found, openWorkshop, type Stage, sheet, type Workshop } from "../flows/stage.ts";
import { toGroupWork } from "./group-work.ts";

export const MODULE = "steering-committee";
export const SHEET = "structure-sustainability";
const PLAN: BlockOf<"actions"> = { id: "steps", type: "actions", label: { de: "Plan", en: "Plan" }, plan: true };

export interface MeetingOptions {
	series: { name: string; number: number } | null;
	title: string;
	startsAt: string;
	/** One for each group: the Stand of each dimension, in their order. */
	values: readonly (readonly Point[])[];
	/** What is agreed on. */
	measures?: readonly { id: string; what: string; responsible?: string; due?: string; status?: string }[];
	/** In place of opening a workshop: one that was made already. */
	workshop?: Omit<Workshop, "people">;
	end?: boolean;
}

/** A workshop in which each group has said where one structure module stands, and the plenary what is to be done. */
export async function holdMeeting(on: Pick<Stage, "api" | "url">, options: MeetingOptions) {
	const { series, title, startsAt, values, measures = [], end = true } = options;
	const workshop = options.workshop ?? (await openWorkshop(on));
	const { run } = workshop;
	const details = { title, startsAt: Date.parse(startsAt), ...(series === null ? {} : { series }) };
	const people = [];
	for (const index of values.keys()) people.push(await on.api.join(workshop.code, `Person ${index + 1}`));
	await run({ type: "workshop.set", details }, ...toGroupWork(values.length, "group-structures", "measures"));
	const { groups, documents } = await on.api.snapshot(workshop.id, workshop.facilitatorToken);
	const answer = await on.api.call("GET", `/api/worksheets/${SHEET}`);
	const blocks = worksheetSchema.parse(await answer.json()).sections.flatMap((section) => section.blocks);
	const ranking = blocks.find((block): block is BlockOf<"ranking"> => block.type === "ranking");
	const assessment = blocks.find((block): block is BlockOf<"module-assessment"> => block.type === "module-assessment");
	for (const [index, { id }] of groups.entries()) {
		const document = documents.find(({ scope, worksheet }) => scope.id === id && worksheet === SHEET);
		await write(on, found(document, "group's sheet").id, workshop.facilitatorToken, (doc) => {
			place(doc, found(ranking, "ranking"), undefined, MODULE, 0);
			for (const [at, dimension] of found(assessment, "assessment").dimensions.entries()) {
				const state = values[index]?.[at];
				if (state !== undefined) setAssessment(doc, found(assessment, "assessment"), MODULE, dimension.id, { state });
			}
		});
	}
	if (measures.length > 0) {
		const plan = documents.find(({ worksheet }) => worksheet === "action-plan");
		await write(on, found(plan, "plan").id, workshop.facilitatorToken, (doc) => {
			for (const { id, ...cells } of measures) addRow(doc, PLAN, undefined, id, cells);
		});
	}
	if (end) await run({ type: "session.end" });
	return { ...workshop, people };
}

async function write(
	{ url }: Pick<Stage, "url">,
	document: string,
	token: string,
	change: (doc: Y.Doc) => void,
): Promise<void> {
	const client = await sheet(url, document, token);
	await client.write(change);
}
