import * as Y from "yjs";
import { changeBetween, type DeltaStep, moveSelection, moveThrough, type Selection } from "./text-change.ts";

type Field = HTMLInputElement | HTMLTextAreaElement;

/**
 * Ties a field to a shared text: what is typed goes out as the smallest change, what others write comes in without
 * moving the caret. While an input method composes, the field is left alone and others' changes wait. Undo takes back
 * one's own changes only. `onShow` is told whenever the field shows something new. Returns the end of the tie.
 */
export function bindText(field: Field, text: Y.Text, onShow: () => void): () => void {
	// Marks transactions of this field; every field undoes its own.
	const origin = {};
	const undo = new Y.UndoManager(text, { trackedOrigins: new Set([origin]) });
	const display = () => displayed(text, field);
	let shown = display();
	let composing = false;
	let waiting: DeltaStep[][] = [];

	const show = (selection: Selection | null) => {
		shown = display();
		if (field.value !== shown) field.value = shown;
		waiting = [];
		// Setting a selection elsewhere would take the focus in some browsers.
		if (selection !== null && field.ownerDocument.activeElement === field) {
			field.setSelectionRange(selection.start, selection.end);
		}
		onShow();
	};

	const commit = () => {
		const caret = field.selectionEnd ?? field.value.length;
		const change = changeBetween(shown, field.value, caret);
		const missed = waiting;
		if (change === null) {
			if (missed.length > 0) show(missed.reduce(moveSelection, selectionOf(field)));
			return;
		}
		const start = missed.reduce(moveThrough, change.index);
		const end = missed.reduce(moveThrough, change.index + change.remove);
		const write = () => {
			text.delete(start, end - start);
			text.insert(start, change.insert);
		};
		text.doc?.transact(write, origin);
		const moved = caret + start - change.index;
		show(missed.length > 0 ? { start: moved, end: moved } : null);
	};

	const onText = (event: Y.YTextEvent, transaction: Y.Transaction) => {
		if (transaction.origin === origin) return;
		if (composing) {
			waiting.push(event.delta);
			return;
		}
		show(moveSelection(selectionOf(field), event.delta));
	};
	const onCompositionStart = () => {
		composing = true;
	};
	const onCompositionEnd = () => {
		composing = false;
		commit();
	};
	const onInput = () => {
		if (!composing) commit();
	};
	const onBeforeInput = (event: Event) => {
		const kind = event instanceof InputEvent ? event.inputType : "";
		if (kind === "historyUndo") undo.undo();
		else if (kind === "historyRedo") undo.redo();
		else return;
		event.preventDefault();
	};
	const onKeyDown = (event: Event) => {
		const wanted = event instanceof KeyboardEvent ? historyKey(event) : null;
		if (wanted === null || field.readOnly) return;
		event.preventDefault();
		if (wanted === "undo") undo.undo();
		else undo.redo();
	};

	const listeners: [string, (event: Event) => void][] = [
		["compositionstart", onCompositionStart],
		["compositionend", onCompositionEnd],
		["input", onInput],
		["beforeinput", onBeforeInput],
		["keydown", onKeyDown],
	];
	for (const [type, listener] of listeners) field.addEventListener(type, listener);
	text.observe(onText);
	show(null);
	return () => {
		text.unobserve(onText);
		undo.destroy();
		for (const [type, listener] of listeners) field.removeEventListener(type, listener);
	};
}

/** Letter for letter as long as the text: fields would otherwise drop or fold line breaks of their own accord. */
function displayed(text: Y.Text, field: Field): string {
	return text.toString().replace(field instanceof HTMLTextAreaElement ? /\r/g : /[\r\n]/g, " ");
}

function selectionOf(field: Field): Selection {
	const end = field.value.length;
	return { start: field.selectionStart ?? end, end: field.selectionEnd ?? end };
}

function historyKey(event: KeyboardEvent): "undo" | "redo" | null {
	if (!(event.ctrlKey || event.metaKey) || event.altKey) return null;
	const key = event.key.toLowerCase();
	if (key === "z") return event.shiftKey ? "redo" : "undo";
	return key === "y" ? "redo" : null;
}
