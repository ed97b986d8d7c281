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
	const timers = new Map<HTMLElement, ReturnType<typeof setTimeout>>();

	const placeName = (caret: HTMLElement) => {
		caret.classList.toggle("caret--below", caret.offsetTop < LABEL_HEIGHT);
		caret.classList.toggle("caret--left", caret.offsetLeft > editor.clientWidth - LABEL_WIDTH);
	};
	const showName = (caret: HTMLElement) => {
		caret.classList.add("caret--moved");
		clearTimeout(timers.get(caret));
		timers.set(
			caret,
			setTimeout(() => {
				caret.classList.remove("caret--moved");
				timers.delete(caret);
			}, LABEL_MS),
		);
	};
	const onChange = ({ added, updated }: { added: number[]; updated: number[] }) => {
		const states = awareness.getStates();
		const moved = new Set([...added, ...updated].map((clientId) => awarenessUser(states.get(clientId))?.id));
		// The editor draws carets in the same turn, after this.
		setTimeout(() => {
			for (const caret of editor.querySelectorAll<HTMLElement>(".caret")) {
				placeName(caret);
				if (moved.has(caret.dataset.user)) showName(caret);
			}
		});
	};

	awareness.on("change", onChange);
	return () => {
		awareness.off("change", onChange);
		for (const timer of timers.values()) clearTimeout(timer);
	};
}

function shortened(name: string): string {
	const letters = [...name];
	return letters.length <= LABEL_LENGTH ? name : `${letters.slice(0, LABEL_LENGTH).join("")}…`;
}
