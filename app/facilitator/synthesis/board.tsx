import { useLayoutEffect, useMemo, useRef } from "react";
import type { Definition } from "../../../worksheets/blocks/synthesis.ts";
import { MOST_CLUSTERS } from "../../../worksheets/blocks/synthesis-write.ts";
import { changedSources } from "../../../worksheets/synthesis/offers.ts";
import { Button } from "../../ui/button.tsx";
import { useKeptFocus } from "../../worksheet/blocks/actors/use-kept-focus.ts";
import { Cluster } from "./cluster.tsx";
import { Picker } from "./picker.tsx";
import { RemovedNote } from "./removed-note.tsx";
import { StatementList } from "./statement-list.tsx";
import { useAnswerSheets } from "./use-answer-sheets.ts";
import { useBoard } from "./use-board.ts";
import { useStatementDrag } from "./use-statement-drag.ts";
import { useSynthesisWords } from "./use-synthesis-words.ts";

/** Where those who steer pick statements from the groups' sheets, sort them and name what they have in common. */
export default function Board({ block }: { block: Definition }) {
	const words = useSynthesisWords();
	const board = useBoard(block);
	const { answer, statements, removed } = board;
	const answers = useAnswerSheets();
	const { sheets } = answers;
	const changes = useMemo(() => changedSources(sheets ?? [], statements), [sheets, statements]);
	const keptFocus = useKeptFocus();
	const focusOn = useFocusOn(keptFocus.ref);
	const dragging = useStatementDrag(board, keptFocus.ref);
	const lists = { board, changes, dragging, focusOn };
	const note =
		removed?.kind === "cluster" ? (
			<RemovedNote key={removed.id} removed={removed} board={board} focusOn={focusOn} />
		) : null;
	const addCluster = () => {
		const id = board.addNew("cluster", "");
		if (id !== null) focusOn(`${id} name`);
	};
	return (
		<div className="synthesis">
			<Picker board={board} answers={answers} />
			<section className="synthesis__board" aria-label={words.board} {...keptFocus}>
				<section className="synthesis__loose" aria-labelledby={`${block.id}-loose`}>
					<h3 id={`${block.id}-loose`}>{words.loose}</h3>
					<StatementList
						{...lists}
						cluster={null}
						statements={answer.loose}
						empty={statements.length === 0 ? words.nothingLoose : words.allSorted}
					/>
				</section>
				<ol className="synthesis__clusters">
					{answer.clusters.map((cluster, index) => (
						<Cluster
							key={cluster.id}
							{...lists}
							cluster={cluster}
							index={index}
							of={answer.clusters.length}
							before={removed?.index === index ? note : null}
						/>
					))}
					{note !== null && (removed?.index ?? 0) >= answer.clusters.length && <li>{note}</li>}
				</ol>
				{answer.clusters.length < MOST_CLUSTERS ? (
					<Button icon="plus" onClick={addCluster}>
						{words.addCluster}
					</Button>
				) : (
					<p className="sheet-muted">{words.clustersFull(MOST_CLUSTERS)}</p>
				)}
			</section>
		</div>
	);
}

/** Puts the focus on what has the name under `data-focus`, as soon as it is there. */
function useFocusOn(container: { current: HTMLElement | null }): (name: string) => void {
	const wanted = useRef<string | null>(null);
	useLayoutEffect(() => {
		const target =
			wanted.current === null
				? null
				: container.current?.querySelector<HTMLElement>(`[data-focus="${CSS.escape(wanted.current)}"]`);
		if (!target) return;
		wanted.current = null;
		(target.querySelector<HTMLElement>("input, textarea") ?? target).focus();
	});
	return (name) => {
		wanted.current = name;
	};
}
