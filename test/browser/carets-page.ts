import { Editor } from "@tiptap/core";
import { Awareness } from "y-protocols/awareness";
import * as Y from "yjs";
import { richTextExtensions } from "../../app/worksheet/rich-text/extensions.ts";

/**
 * Several people at one answer, in one page: each has a document and an editor of their own, and what one types reaches
 * the others when the script says so. carets.test.ts bundles it and loads it as „carets“.
 */

const ANSWER = "answer";

type Act =
	| readonly [who: number, act: "caret", position: number]
	| readonly [who: number, act: "type", text: string]
	| readonly [who: number, act: "enter" | "delete-line" | "undo" | "redo" | "bold"];
/** „sync“ brings everything to everybody. */
export type Script = readonly (Act | "sync")[];

/** The lines before anybody types. No line: nothing at all; null: a line that has never had a text. */
export type Lines = readonly (string | null)[];

export interface Outcome {
	/** Each person's screen: lines separated by „/“, the caret as „^“. */
	screens: string[];
	/** Each person's copy of the answer. */
	copies: string[];
}

export interface Race {
	lines: Lines;
	/** What is done before, and where the carets are put; everybody knows of it. */
	before?: Script;
	/** What each person types; a line break presses Enter. */
	words: readonly string[];
}

interface Person {
	doc: Y.Doc;
	editor: Editor;
	/** What others have typed and this person's line has not yet brought. */
	inbox: Uint8Array[];
}

let people: Person[] = [];

/** Seats people at an answer, each with the caret at its end. */
export function open(lines: Lines, count: number, clientIds = (index: number) => index + 10): void {
	for (const { editor, doc } of people) {
		editor.destroy();
		doc.destroy();
	}
	document.body.replaceChildren();
	const origin = originOf(lines);
	people = Array.from({ length: count }, (_, index) => seat(origin, clientIds(index)));
}

export function play(script: Script): Outcome {
	for (const step of script) {
		if (step === "sync") deliverAll();
		else act(step);
	}
	return outcome();
}

/** Everybody types at once; who is next, and what arrives when, follows from the seed. */
export function race({ lines, before = [], words }: Race, seed: number): Outcome {
	const random = randomFrom(seed);
	const descending = random() < 0.5;
	open(lines, words.length, (index) => (descending ? 100 - index : 100 + index));
	play(before);
	const typed = words.map((word) => [...word]);
	for (;;) {
		const possible = people.flatMap((person, who) => {
			const moves: (() => void)[] = [];
			if (typed[who]?.length) moves.push(() => press(person, typed[who]?.shift() ?? ""));
			if (person.inbox.length > 0) moves.push(() => deliverOne(person));
			return moves;
		});
		if (possible.length === 0) return outcome();
		possible[Math.floor(random() * possible.length)]?.();
	}
}

function seat(origin: Uint8Array, clientId: number): Person {
	const doc = new Y.Doc();
	doc.clientID = clientId;
	Y.applyUpdate(doc, origin);
	const element = document.body.appendChild(document.createElement("div"));
	const extensions = richTextExtensions(new Awareness(doc), doc.getXmlFragment(ANSWER));
	const editor = new Editor({ element, injectCSS: false, extensions });
	editor.commands.setTextSelection(editor.state.doc.content.size - 1);
	const person: Person = { doc, editor, inbox: [] };
	doc.on("update", (update: Uint8Array, source: unknown) => {
		if (source === "line") return;
		for (const other of people) if (other !== person) other.inbox.push(update);
	});
	return person;
}

function originOf(lines: Lines): Uint8Array {
	const doc = new Y.Doc();
	doc.clientID = 1;
	const paragraphs = lines.map((line) => {
		const paragraph = new Y.XmlElement("paragraph");
		if (line !== null) paragraph.insert(0, [new Y.XmlText(line)]);
		return paragraph;
	});
	doc.getXmlFragment(ANSWER).insert(0, paragraphs);
	return Y.encodeStateAsUpdate(doc);
}

function act([who, what, detail]: Act): void {
	const person = people[who];
	if (!person) throw new Error(`nobody has number ${who}`);
	const { commands, state } = person.editor;
	if (what === "caret") commands.setTextSelection(detail);
	if (what === "type") for (const letter of detail) press(person, letter);
	if (what === "enter") press(person, "\n");
	if (what === "delete-line")
		commands.deleteRange({ from: state.selection.$head.before(1), to: state.selection.$head.after(1) });
	if (what === "undo") commands.undo();
	if (what === "redo") commands.redo();
	if (what === "bold") commands.toggleBold();
}

function press({ editor }: Person, key: string): void {
	if (key === "\n") editor.commands.keyboardShortcut("Enter");
	else editor.view.dispatch(editor.state.tr.insertText(key));
}

function deliverOne({ doc, inbox }: Person): void {
	const update = inbox.shift();
	if (update) Y.applyUpdate(doc, update, "line");
}

function deliverAll(): void {
	while (people.some(({ inbox }) => inbox.length > 0)) for (const person of people) deliverOne(person);
}

function outcome(): Outcome {
	return {
		screens: people.map(({ editor }) => {
			const { doc, selection } = editor.state;
			const shown = (from: number, to: number) => doc.textBetween(from, to, "/");
			return `${shown(0, selection.head)}^${shown(selection.head, doc.content.size)}`;
		}),
		copies: people.map(({ doc }) => doc.getXmlFragment(ANSWER).toString()),
	};
}

/** Mulberry32. */
function randomFrom(seed: number): () => number {
	let state = seed;
	return () => {
		state = (state + 0x6d2b79f5) | 0;
		let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
	};
}
