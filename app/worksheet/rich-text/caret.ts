import type { Awareness } from "y-protocols/awareness";
import { awarenessUser } from "../document/awareness-user.ts";
import { caretClass } from "../document/caret-colour.ts";

/** Longer names are cut in the label; the list of members has them in full. */
const LABEL_LENGTH = 16;
/** A name stands beside its caret for this long after a movement, in milliseconds. */
const LABEL_MS = 3_000;
/** Above the first line there is no room for a label, in CSS pixels. */
const LABEL_HEIGHT = 28;
/** The longest label; nearer than this to the right edge it stands left of its caret. */
const LABEL_WIDTH = 190;

/**
 * Somebody else's caret. The name is drawn by the style sheet from an attribute, with an empty alternative text: it
 * must not become part of the answer that a screen reader reads.
 */
export function renderCaret(state: unknown): HTMLElement {
	const user = awarenessUser({ user: state });
	const caret = document.createElement("span");
	caret.className = `caret ${caretClass(user?.color ?? "")}`;
	caret.setAttribute("aria-hidden", "true");
	caret.dataset.name = shortened(user?.name ?? "");
	caret.dataset.user = user?.id ?? "";
	return caret;
}

/** Somebody else's selection, as attributes of the marked text. */
export function renderSelection(state: unknown): { class: string } {
	const user = awarenessUser({ user: state });
	return { class: `caret-selection ${caretClass(user?.color ?? "")}` };
}

/** Shows each name for a moment after its caret has moved. Returns the end of it. */
export function showNamesOnMovement(editor: HTMLElement, awareness: Awareness): () => void {
	/** Whose name is shown, by participant, with what will hide it. */
	const shown = new Map<string, ReturnType<typeof setTimeout>>();

	const dress = () => {
		for (const caret of editor.querySelectorAll<HTMLElement>(".caret")) {
			caret.classList.toggle("caret--moved", shown.has(caret.dataset.user ?? ""));
			caret.classList.toggle("caret--below", caret.offsetTop < LABEL_HEIGHT);
			caret.classList.toggle("caret--left", caret.offsetLeft > editor.clientWidth - LABEL_WIDTH);
		}
	};
	const show = (user: string) => {
		clearTimeout(shown.get(user));
		shown.set(
			user,
			setTimeout(() => {
				shown.delete(user);
				dress();
			}, LABEL_MS),
		);
	};
	const onChange = ({ added, updated }: { added: number[]; updated: number[] }) => {
		for (const clientId of [...added, ...updated]) {
			const user = awarenessUser(awareness.getStates().get(clientId));
			if (user !== null) show(user.id);
		}
		dress();
	};
	// The editor draws a caret anew whenever the text around it changes, and knows nothing of our classes.
	const redrawn = new MutationObserver(dress);
	// A turned phone or a zoomed page moves the edges.
	const resized = new ResizeObserver(dress);

	redrawn.observe(editor, { childList: true, subtree: true });
	resized.observe(editor);
	awareness.on("change", onChange);
	return () => {
		redrawn.disconnect();
		resized.disconnect();
		awareness.off("change", onChange);
		for (const timer of shown.values()) clearTimeout(timer);
	};
}

function shortened(name: string): string {
	const letters = [...name];
	return letters.length <= LABEL_LENGTH ? name : `${letters.slice(0, LABEL_LENGTH).join("")}…`;
}
