import { type PointerEvent, useEffect, useRef, useState } from "react";

/** How near to the screen's edge the page begins to move along, and how far in one frame. In CSS pixels. */
const EDGE = 72;
const STEP = 12;

interface Dragged {
	id: string;
	to: number;
	/** Let go of, and on its way to the server. */
	dropped: boolean;
}

interface DragOrderOptions {
	/** In their order. */
	ids: readonly string[];
	/** The first place that may be taken. */
	firstFree: number;
	/** Resolves when the order is what it is to be, or has not become so. */
	onDrop(id: string, to: number): Promise<unknown>;
}

/**
 * Another order by mouse, pen or finger, in one column. While something is dragged the list shows what would become of
 * it; the elements themselves stay where they are in the document, so that the pointer is not lost. Esc lets it be.
 * The list's children carry `data-row` with their id.
 */
export function useDragOrder({ ids, firstFree, onDrop }: DragOrderOptions) {
	const list = useRef<HTMLOListElement>(null);
	const [dragged, setDragged] = useState<Dragged | null>(null);
	const pointerY = useRef(0);
	const moving = dragged !== null && !dragged.dropped;
	const look = useRef(() => {});
	look.current = () => {
		if (dragged === null || dragged.dropped) return;
		const others = [...(list.current?.querySelectorAll<HTMLElement>("[data-row]") ?? [])].filter(
			(row) => row.dataset.row !== dragged.id,
		);
		const above = others.filter((row) => {
			const { top, height } = row.getBoundingClientRect();
			return top + height / 2 < pointerY.current;
		});
		const to = Math.max(firstFree, above.length);
		if (to !== dragged.to) setDragged({ ...dragged, to });
	};

	useEffect(() => {
		if (!moving) return;
		let frame = requestAnimationFrame(function scroll() {
			const y = pointerY.current;
			const by = y < EDGE ? -STEP : y > window.innerHeight - EDGE ? STEP : 0;
			if (by !== 0) window.scrollBy({ top: by, behavior: "instant" });
			look.current();
			frame = requestAnimationFrame(scroll);
		});
		const leave = (event: KeyboardEvent) => {
			if (event.key === "Escape") setDragged(null);
		};
		window.addEventListener("keydown", leave);
		return () => {
			cancelAnimationFrame(frame);
			window.removeEventListener("keydown", leave);
		};
	}, [moving]);

	async function drop(): Promise<void> {
		if (dragged === null || dragged.dropped) return;
		const { id, to } = dragged;
		if (ids.indexOf(id) === to) return setDragged(null);
		setDragged({ ...dragged, dropped: true });
		await onDrop(id, to);
		setDragged(null);
	}

	/** The ids as the list would be. */
	const shown = dragged === null || !ids.includes(dragged.id) ? ids : reordered(ids, dragged);
	return {
		list,
		dragging: moving ? dragged.id : null,
		/** Where an entry stands on the screen while something is dragged. */
		place: (id: string) => shown.indexOf(id),
		/** What makes an element the handle of an entry. */
		handle: (id: string) => ({
			onPointerDown(event: PointerEvent<HTMLElement>) {
				if (event.button !== 0 || dragged !== null) return;
				// No text is to be marked on the way.
				event.preventDefault();
				event.currentTarget.setPointerCapture(event.pointerId);
				pointerY.current = event.clientY;
				setDragged({ id, to: ids.indexOf(id), dropped: false });
			},
			onPointerMove(event: PointerEvent<HTMLElement>) {
				pointerY.current = event.clientY;
			},
			onPointerUp: () => void drop(),
			onPointerCancel: () => setDragged(null),
		}),
	};
}

function reordered(ids: readonly string[], { id, to }: Dragged): string[] {
	return ids.filter((other) => other !== id).toSpliced(to, 0, id);
}
