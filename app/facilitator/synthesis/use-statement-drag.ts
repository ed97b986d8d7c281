import { useDrag } from "../../worksheet/blocks/actors/use-drag.ts";
import type { Board } from "./use-board.ts";

/** A place in a list without the statement itself; `cluster` null: among the loose ones. */
interface Target {
	cluster: string | null;
	index: number;
}

export type StatementDrag = ReturnType<typeof useStatementDrag>;

/** Statements go to another place by their grip; all of it can be done without. */
export function useStatementDrag(board: Board, container: { current: HTMLElement | null }) {
	return useDrag<Target>({
		targetAt(x, y, id) {
			const over = document.elementsFromPoint(x, y).find((element) => container.current?.contains(element));
			const list = over?.closest<HTMLElement>("[data-list]");
			if (!list) return null;
			const others = [...list.querySelectorAll<HTMLElement>("[data-statement]")].filter(
				({ dataset }) => dataset.statement !== id,
			);
			const middles = others.map((card) => {
				const { top, height } = card.getBoundingClientRect();
				return top + height / 2;
			});
			const index = middles.filter((middle) => middle < y).length;
			return { cluster: list.dataset.list === "" ? null : (list.dataset.list ?? null), index };
		},
		onDrop: (id, { cluster, index }) => board.moveStatement(id, cluster, index),
	});
}
