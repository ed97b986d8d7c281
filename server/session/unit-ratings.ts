import type * as Y from "yjs";
import {
	type CountedSheet,
	ratingsOfUnits,
	type UnitRating,
	type UnitRatings,
} from "../../worksheets/assessment/units.ts";
import type { Block } from "../../worksheets/blocks/definitions.ts";
import { ratedParts } from "../../worksheets/blocks/rated-parts.ts";
import { LIMITS } from "../../worksheets/contract/limits.ts";
import { questionAmong, ratedQuestions, readRatings, submittedQuestions } from "../../worksheets/document/ratings.ts";
import type { Worksheet } from "../../worksheets/schema/worksheet.ts";
import type { LiveSession } from "./live-session.ts";
import { lookups } from "./lookups.ts";
import { ownSheetsFor } from "./own-sheets.ts";
import { ratedFirst } from "./rated-first.ts";
import type { SessionState } from "./state.ts";
import { sheetsOfUnits } from "./units.ts";

/** Reads a document with all that was let in; null where there is none. */
type Read = <Value>(documentId: string, read: (doc: Y.Doc) => Value) => Promise<Value | null>;

/** A sheet in which something is rated by each person first. */
interface Shared {
	worksheet: Worksheet;
	/** What of it is rated so. */
	blocks: Block[];
	/** The questions that it asks now. */
	asked: ReadonlySet<string>;
	/** Whose own sheets were counted when it revealed a question. */
	counted: ReadonlyMap<string, ReadonlySet<string>>;
	/** Where its people answer. */
	sheets: ReadonlySet<string>;
}

/**
 * What the people of each unit have submitted of that which is rated by each person first. What somebody's group asks as
 * well counts only where it was counted there when it was revealed; what they have chosen for themselves always does.
 * Nothing else that stands in an own sheet is looked at.
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
			return asking.length === 0 || asking.some(({ counted }) => counted.get(question)?.has(document.id));
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
		.map(({ worksheet: { id: worksheet }, question, block, people }) => {
			const revealed = revealedOf(state, worksheet, question);
			const units = revealed === null ? [] : ratingsOfUnits(ratedParts(block), people, revealed);
			return { worksheet, question, units };
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
			counted: new Map(
				state.reveals
					.filter((reveal) => reveal.document === document.id)
					.map(({ question, counted }) => [question, new Set(counted?.map(({ sheet }) => sheet))]),
			),
			sheets: new Set(ownSheetsFor(state, document).flatMap((sheet) => sheet ?? [])),
		});
	}
	return shared;
}

/**
 * Who was counted wherever the question is revealed, whatever has become of these sheets and people since. Null where
 * nobody knows that of one of them, since it was revealed before it was kept: no unit can be told then.
 */
function revealedOf(state: SessionState, worksheet: string, question: string): CountedSheet[][] | null {
	const { documents } = lookups(state);
	const revealed: CountedSheet[][] = [];
	for (const reveal of state.reveals) {
		if (reveal.question !== question || documents.get(reveal.document)?.worksheet !== worksheet) continue;
		if (reveal.counted !== null) revealed.push(reveal.counted);
		else if (reveal.result !== null) return null;
	}
	return revealed;
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
