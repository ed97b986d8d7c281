import { type PointerEvent, useRef, useState } from "react";

/** So far, in CSS pixels, a hand may tremble in a click. */
const TREMBLE = 6;

export interface Drag<Target> {
	id: string;
	/** Where it would land now. */
	target: Target | null;
}

interface Hold {
	id: string;
	x: number;
	y: number;
	moved: boolean;
	/** Stops listening for Escape. */
	release: () => void;
}

interface DragOptions<Target> {
	/** Where the thing would land, in client coordinates; null where it cannot be put. */
	targetAt: (x: number, y: number, id: string) => Target | null;
	onDrop: (id: string, target: Target) => void;
}

/**
 * Dragging by pointer: a mouse takes a thing anywhere, a finger or pen by its grip (`data-grip`), so that the page can
 * still be scrolled over it. Escape puts it back. Everything it does can be done without it.
 */
export function useDrag<Target>({ targetAt, onDrop }: DragOptions<Target>) {
	const [drag, setDrag] = useState<Drag<Target> | null>(null);
	const hold = useRef<Hold | null>(null);
	/** The click that ends a drag is none. */
	const swallow = useRef(false);

	const end = (element: HTMLElement) => {
		hold.current?.release();
		hold.current = null;
		element.style.removeProperty("transform");
		setDrag(null);
	};
	/** For the element that is dragged. */
	const handlersOf = (id: string) => ({
		onPointerDown(event: PointerEvent<HTMLElement>) {
			swallow.current = false;
			const grip = event.target instanceof Element && event.target.closest("[data-grip]") !== null;
			if (event.button !== 0 || (event.pointerType !== "mouse" && !grip)) return;
			const element = event.currentTarget;
			element.setPointerCapture(event.pointerId);
			// The focus may be elsewhere, or nowhere.
			const onKeyDown = ({ key }: KeyboardEvent) => {
				if (key === "Escape") end(element);
			};
			window.addEventListener("keydown", onKeyDown);
			const release = () => window.removeEventListener("keydown", onKeyDown);
			hold.current = { id, x: event.clientX, y: event.clientY, moved: false, release };
		},
		onPointerMove(event: PointerEvent<HTMLElement>) {
			const held = hold.current;
			if (held === null) return;
			const [x, y] = [event.clientX - held.x, event.clientY - held.y];
			if (!held.moved && Math.hypot(x, y) < TREMBLE) return;
			held.moved = true;
			swallow.current = true;
			event.currentTarget.style.transform = `translate(${x}px, ${y}px)`;
			setDrag({ id, target: targetAt(event.clientX, event.clientY, id) });
		},
		onPointerUp(event: PointerEvent<HTMLElement>) {
			const moved = hold.current?.moved === true;
			end(event.currentTarget);
			const target = moved ? targetAt(event.clientX, event.clientY, id) : null;
			if (target !== null) onDrop(id, target);
		},
		onPointerCancel: (event: PointerEvent<HTMLElement>) => end(event.currentTarget),
		onLostPointerCapture: (event: PointerEvent<HTMLElement>) => {
			if (hold.current !== null) end(event.currentTarget);
		},
	});
	return { drag, handlersOf, isClick: () => !swallow.current };
}
