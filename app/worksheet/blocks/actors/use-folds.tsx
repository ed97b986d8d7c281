import { useState } from "react";
import { actorName } from "../../../../worksheets/blocks/actor-columns.ts";
import type { BlockOf } from "../../../../worksheets/blocks/definitions.ts";
import type { Row } from "../../../../worksheets/blocks/rows.ts";
import { useMessages } from "../../../i18n/provider.tsx";
import { Icon } from "../../../ui/icon.tsx";
import type { RowFold } from "../rows.tsx";

/** With more actors than this a phone shows their names, each to be opened. */
const MOST_OPEN = 6;

interface Folds {
	/** What stands at a row's head on a narrow screen; absent where all rows are open. */
	foldOf: ((row: Row) => RowFold) | undefined;
	open: (rowId: string) => void;
	/** Looks anew how many there are: never while somebody may be writing in one of them. */
	look: () => void;
}

/** Which actors are open on a narrow screen. Who came before there were many stays open until the next look. */
export function useFolds(block: BlockOf<"actor-map">, rows: readonly Row[]): Folds {
	const { actors } = useMessages();
	const [folds, setFolds] = useState(rows.length > MOST_OPEN);
	const [opened, setOpened] = useState<ReadonlySet<string>>(new Set());
	const toggle = (rowId: string, on: boolean) => {
		const next = new Set(opened);
		if (on) next.add(rowId);
		else next.delete(rowId);
		setOpened(next);
	};
	const foldOf = (row: Row): RowFold => {
		const isOpen = opened.has(row.id);
		return {
			isOpen,
			button: (
				<button type="button" className="actors__fold" aria-expanded={isOpen} onClick={() => toggle(row.id, !isOpen)}>
					<Icon name={isOpen ? "chevron-down" : "chevron-right"} />
					<span>{actorName(block, row) || actors.unnamed}</span>
				</button>
			),
		};
	};
	return {
		foldOf: folds ? foldOf : undefined,
		open: (rowId) => toggle(rowId, true),
		look: () => setFolds(rows.length > MOST_OPEN),
	};
}
