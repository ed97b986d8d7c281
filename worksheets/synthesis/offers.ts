import { KEY_MESSAGE } from "../blocks/key-message.ts";
import type { Statement, StatementSource } from "../blocks/synthesis.ts";
import type { AnswerSheet } from "../contract/statements.ts";
import { fingerprint } from "../fingerprint.ts";

/** One answer, as a statement may be made of it. */
export interface Offer {
	/** Whose answer it is: „Gruppe B“. */
	owner: string;
	text: string;
	/** What the statement will say of where it comes from. */
	source: StatementSource;
	/** Whether the board has it already. */
	taken: boolean;
}

/** All answers to one question, side by side. */
export interface Topic {
	key: string;
	/** The worksheet's title, and what it asked. */
	title: string;
	label: string;
	/** Whether it is about the Kernaussagen. */
	isMessage: boolean;
	offers: Offer[];
}

/**
 * What the sheets offer to the board as it stands: Kernaussagen before all else, then question by question. A statement
 * that was taken off the board is offered again.
 */
export function topicsOf(sheets: readonly AnswerSheet[], statements: readonly Statement[]): Topic[] {
	const taken = new Set(statements.flatMap(({ source }) => (source === undefined ? [] : [sourceKey(source)])));
	const [messages, others] = [new Map<string, Topic>(), new Map<string, Topic>()];
	for (const { document, worksheet, title, owner, answers } of sheets) {
		for (const { question, part, label, text } of answers) {
			const isMessage = part === KEY_MESSAGE;
			const list = isMessage ? messages : others;
			const key = `${worksheet} ${sourceKey({ document: "", question, part })}`;
			const topic = list.get(key) ?? { key, title, label, isMessage, offers: [] };
			const name = owner === "" ? title : `${owner}: ${title}`;
			const source = { document, question, ...(part === undefined ? {} : { part }), name, said: fingerprint(text) };
			topic.offers.push({ owner, text, source, taken: taken.has(sourceKey(source)) });
			list.set(key, topic);
		}
	}
	return [...messages.values(), ...others.values()];
}

/**
 * What the sources of statements say by now, by the statement's id, where that differs from what they said when they
 * were taken or last looked at; empty where nothing stands there any more. A sheet that the asker may not read has not
 * changed.
 */
export function changedSources(sheets: readonly AnswerSheet[], statements: readonly Statement[]): Map<string, string> {
	const known = new Set(sheets.map(({ document }) => document));
	const texts = new Map(
		sheets.flatMap(({ document, answers }) =>
			answers.map(({ text, ...answer }) => [sourceKey({ document, ...answer }), text] as const),
		),
	);
	return new Map(
		statements.flatMap(({ id, source }) => {
			if (source === undefined || !known.has(source.document)) return [];
			const now = texts.get(sourceKey(source)) ?? "";
			return fingerprint(now) === source.said ? [] : [[id, now]];
		}),
	);
}

function sourceKey({ document, question, part }: Pick<StatementSource, "document" | "question" | "part">): string {
	return `${document} ${question} ${part ?? ""}`;
}
