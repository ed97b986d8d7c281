import type * as Y from "yjs";
import { ratingsOfUnits, type UnitRating, type UnitRatings } from "../../worksheets/assessment/units.ts";
import type { Block } from "../../worksheets/blocks/definitions.ts";
import { ratedParts } from "../../worksheets/blocks/rated-parts.ts";
import { LIMITS } from "../../worksheets/contract/limits.ts";
import { questionAmong, ratedQuestions, readRatings, submittedQuestions } from "../../worksheets/document/ratings.ts";
import type { Worksheet } from "../../worksheets/schema/worksheet.ts";
import type { LiveSession } from "./live-session.ts";
import { ownSheetsFor } from "./own-sheets.ts";
import { ratedFirst } from "./rated-first.ts";
import { sheetsOfUnits } from "./units.ts";

/** Reads a document with all that was let in; null where there is none. */
type Read = <Value>(documentId: string, read: (doc: Y.Doc) => Value) => Promise<Value | null>;

/** A sheet in which something is rated by each person first. */
interface Shared {
	worksheet: Worksheet;
	/** What of it is rated so. */
	blocks: Block[];
	/** The questions that it asks now, and those whose ratings are revealed. */
	asked: ReadonlySet<string>;
	revealed: ReadonlySet<string>;
	/** Where its people answer. */
	sheets: ReadonlySet<string>;
}

/**
 * What the people of each unit have submitted of that which is rated by each person first. What somebody's group asks as
 * well counts only once it is revealed there; what they have chosen for themselves always does. Nothing else that stands
 * in an own sheet is looked at.
 */
export async function ratingsByUnit(
	{ state, definitions }: Pick<LiveSession, "state" | "definitions">,
	read: Read,
): Promise<UnitRatings[]> {
	const shared = await sharedRatings({ state, definitions }, read);
	const questions = new Map<string, { worksheet: Worksheet; question: string; block: Block; people: UnitRating[] }>();
	for (const { document, unit } of sheetsOfUnits(state)) {
		const here = shared.filter(({ worksheet }) => worksheet.id === document.worksheet);
		const worksheet = here[0]?.worksheet;
		if (worksheet === undefined) continue;
		const mine = here.filter(({ sheets }) => sheets.has(document.id));
		const isOpen = (question: string) => {
			const asking = mine.filter(({ asked }) => asked.has(question));
			return asking.length === 0 || asking.some(({ revealed }) => revealed.has(question));
		};
		const blocks = [...new Set(here.flatMap((one) => one.blocks))];
		for (const { question, block, ratings } of (await read(document.id, submittedIn(worksheet, blocks))) ?? []) {
			if (!isOpen(question)) continue;
			const key = `${worksheet.id} ${question}`;
			const known = questions.get(key) ?? { worksheet, question, block, people: [] };
			questions.set(key, known);
			known.people.push({ sheet: document.id, unit, ratings });
		}
	}
	return [...questions.values()]
		.map(({ worksheet, question, block, people }) => {
			const revealed = shared
				.filter((one) => one.worksheet.id === worksheet.id && one.revealed.has(question))
				.map(({ sheets }) => sheets);
			return { worksheet: worksheet.id, question, units: ratingsOfUnits(ratedParts(block), people, revealed) };
		})
		.filter(({ units }) => units.length > 0)
		.slice(0, LIMITS.countedForUnits);
}

async function sharedRatings(
	{ state, definitions }: Pick<LiveSession, "state" | "definitions">,
	read: Read,
): Promise<Shared[]> {
	const shared: Shared[] = [];
	for (const document of state.documents) {
		const worksheet = definitions.get(document.worksheet);
		const blocks = ratedFirst(state, document, worksheet);
		if (worksheet === undefined || blocks.length === 0) continue;
		shared.push({
			worksheet,
			blocks,
			asked: new Set(await read(document.id, (doc) => ratedQuestions(doc, worksheet))),
			revealed: new Set(
				state.reveals.flatMap(({ document: id, question, result }) =>
					id === document.id && result !== null ? [question] : [],
				),
			),
			sheets: new Set(ownSheetsFor(state, document).flatMap((sheet) => sheet ?? [])),
		});
	}
	return shared;
}

/** What an own sheet says of those of the questions in these blocks that its owner has submitted. */
function submittedIn(worksheet: Worksheet, blocks: readonly Block[]) {
	return (doc: Y.Doc) =>
		submittedQuestions(doc, worksheet).flatMap((question) => {
			const rated = questionAmong(blocks, question);
			return rated === null
				? []
				: [{ question, block: rated.block, ratings: readRatings(doc, rated.block, rated.item) }];
		});
}
