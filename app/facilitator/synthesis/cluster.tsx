import { type ReactNode, useId } from "react";
import type { Cluster as ClusterAnswer } from "../../../worksheets/blocks/synthesis.ts";
import { VisuallyHidden } from "../../ui/visually-hidden.tsx";
import { YTextField } from "../../worksheet/text/y-text-field.tsx";
import { PlaceButtons } from "./place-buttons.tsx";
import { type ListProps, StatementList } from "./statement-list.tsx";
import { useSynthesisWords } from "./use-synthesis-words.ts";

interface ClusterProps extends ListProps {
	cluster: ClusterAnswer;
	index: number;
	of: number;
	/** Stands in front of it. */
	before: ReactNode;
}

/** Statements that belong together, and what they are called. */
export function Cluster({ cluster, index, of, before, ...lists }: ClusterProps) {
	const words = useSynthesisWords();
	const { board } = lists;
	const id = useId();
	const { id: clusterId, name, statements } = cluster;
	const said = board.clusterName(name);
	const text = board.textOf("cluster", clusterId);
	return (
		<>
			{before !== null && <li>{before}</li>}
			<li className="synthesis__cluster">
				<section aria-labelledby={id}>
					<h3 id={id}>
						<VisuallyHidden>{said}</VisuallyHidden>
					</h3>
					<div data-focus={`${clusterId} name`} className="synthesis__name">
						{text && <YTextField text={text} lines="one" readOnly={false} label={words.clusterName} />}
					</div>
					<div className="synthesis__tools">
						<span className="sheet-muted synthesis__count">{words.count(statements.length)}</span>
						<PlaceButtons
							id={clusterId}
							name={said}
							index={index}
							of={of}
							onMove={(to) => board.moveCluster(clusterId, name, to)}
							onRemove={() => board.remove({ kind: "cluster", id: clusterId, name: said, cluster: null, index })}
						/>
					</div>
					<StatementList {...lists} cluster={clusterId} statements={statements} empty={words.emptyCluster} />
				</section>
			</li>
		</>
	);
}
