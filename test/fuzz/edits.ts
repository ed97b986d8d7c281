import * as Y from "yjs";
import type { Random } from "../harness/random.ts";

/** One name of each kind that blocks of a worksheet use, all of them allowed by the test server's worksheet. */
const text = (doc: Y.Doc) => doc.getText("line");
const prose = (doc: Y.Doc) => doc.getXmlFragment("note");
const answers = (doc: Y.Doc) => doc.getMap<unknown>("each/answers");
const ranking = (doc: Y.Doc) => doc.getArray<unknown>("each/ranking");

/** All of them, typed as the screens type them. */
export function namesOf(doc: Y.Doc): Y.AbstractType<unknown>[] {
	return [text(doc), prose(doc), answers(doc), ranking(doc)] as Y.AbstractType<unknown>[];
}

const WORDS = ["Netz", "werk ", "Übergang", " – ", "🏫", "a", "zwölf Monate", "\n", "e\u0301"];
const KEYS = ["stand", "who", "when", "__proto__", "constructor", "row-1", "row-2"];
const ELEMENTS = ["paragraph", "bulletList", "listItem"];
const DEEPEST = 5;

/** One random change as a person's browser would make it. */
export function edit(doc: Y.Doc, random: Random): void {
	if (random.chance(0.3)) editText(text(doc), random);
	else editElsewhere(doc, random);
}

/** The same anywhere but in the text that words are marked in. */
export function editElsewhere(doc: Y.Doc, random: Random): void {
	const target = random.weighted({ prose: 4, answers: 3, ranking: 2 });
	if (target === "prose") editProse(prose(doc), random, 0);
	else if (target === "answers") editMap(answers(doc), random, 0);
	else editArray(ranking(doc), random, 0);
}

/** A word that can be told from all others, at the end of the text. */
export function mark(doc: Y.Doc, word: string): void {
	text(doc).insert(text(doc).length, word);
}

function editText(target: Y.Text, random: Random): void {
	const letters = lettersOf(target);
	const at = wholeLetters(letters, random.int(letters.length + 1));
	const some = wholeLetters(letters, Math.min(letters.length, at + 1 + random.int(6))) - at;
	const action = random.weighted({ insert: 6, delete: 3, format: 2, replace: 1 });
	if (action === "insert" || some < 1) target.insert(at, random.pick(WORDS), random.chance(0.2) ? { bold: true } : {});
	else if (action === "delete") target.delete(at, some);
	else if (action === "format") target.format(at, some, random.pick([{ bold: true }, { italic: {} }, { bold: null }]));
	else {
		target.delete(at, some);
		target.insert(at, random.pick(WORDS));
	}
}

/** A text by its positions. What hostile people put into it and no reader shows takes up positions all the same. */
function lettersOf(target: Y.Text): string {
	let letters = "";
	for (let item = target._start; item !== null; item = item.right) {
		if (item.deleted || !item.countable) continue;
		letters += item.content instanceof Y.ContentString ? item.content.str : "\ufffc".repeat(item.length);
	}
	return letters;
}

/** No editor puts a caret into the middle of a letter that takes two code units, and Yjs cannot tell such halves apart. */
function wholeLetters(letters: string, at: number): number {
	return /[\udc00-\udfff]/.test(letters.charAt(at)) ? at - 1 : at;
}

function editProse(target: Y.XmlFragment, random: Random, depth: number): void {
	const children = target.toArray();
	const child = children.length > 0 ? children[random.int(children.length)] : undefined;
	if (child instanceof Y.XmlText && random.chance(0.8)) editText(child, random);
	else if (child instanceof Y.XmlElement && depth < DEEPEST && random.chance(0.7)) editProse(child, random, depth + 1);
	else editChildren(target, children.length, random);
}

function editChildren(target: Y.XmlFragment, children: number, random: Random): void {
	const action = random.weighted({ element: 4, text: 4, delete: 2, attribute: 2 });
	const at = random.int(children + 1);
	if (action === "element") {
		const element = new Y.XmlElement(random.pick(ELEMENTS));
		element.insert(0, [new Y.XmlText(random.pick(WORDS))]);
		target.insert(at, [element]);
	} else if (action === "delete" && at < children) target.delete(at, 1);
	else if (action === "attribute" && target instanceof Y.XmlElement) {
		if (random.chance(0.3)) target.removeAttribute("align");
		else target.setAttribute("align", random.pick(["left", "right"]));
	} else target.insert(at, [new Y.XmlText(random.pick(WORDS))]);
}

function editMap(target: Y.Map<unknown>, random: Random, depth: number): void {
	const key = random.pick(KEYS);
	const value = target.get(key);
	if (random.chance(0.7) && editInside(value, random, depth)) return;
	if (random.chance(0.25)) target.delete(key);
	else target.set(key, someValue(random, depth));
}

function editArray(target: Y.Array<unknown>, random: Random, depth: number): void {
	const at = random.int(target.length + 1);
	if (random.chance(0.5) && editInside(target.get(at), random, depth)) return;
	const action = random.weighted({ insert: 4, delete: 2, move: 2 });
	if (action === "insert" || at >= target.length) target.insert(at, [someValue(random, depth)]);
	else {
		const value = target.get(at);
		target.delete(at);
		if (action === "move" && typeof value === "string" && !HALF_LETTER.test(value))
			target.insert(random.int(target.length + 1), [value]);
	}
}

/** Letters that hostile people put into a list come out as code units; no browser says one of them again. */
const HALF_LETTER = /^[\ud800-\udfff]$/;

function editInside(value: unknown, random: Random, depth: number): boolean {
	if (value instanceof Y.Text) editText(value, random);
	else if (value instanceof Y.Map) editMap(value, random, depth + 1);
	else if (value instanceof Y.Array) editArray(value, random, depth + 1);
	else return false;
	return true;
}

function someValue(random: Random, depth: number): unknown {
	const kinds = { word: 4, number: 2, yes: 1, json: 1, text: 2, ...(depth < DEEPEST ? { map: 1, array: 1 } : {}) };
	switch (random.weighted<string>(kinds)) {
		case "number":
			return random.int(1_000) / 8;
		case "yes":
			return random.chance(0.5);
		case "json":
			return { list: [random.int(9), null], inner: { word: random.pick(WORDS) } };
		case "text":
			return new Y.Text(random.pick(WORDS));
		case "map":
			return new Y.Map(Object.entries({ who: random.pick(WORDS) }));
		case "array":
			return Y.Array.from([random.pick(WORDS), random.int(9)]);
		default:
			return random.pick(WORDS);
	}
}
