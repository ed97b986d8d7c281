import { type ReactNode, useId } from "react";
import type { Cluster as ClusterAnswer } from "../../../worksheets/blocks/synthesis.ts";
import { Button } from "../../ui/button.tsx";
import { VisuallyHidden } from "../../ui/visually-hidden.tsx";
import { YTextField } from "../../worksheet/text/y-text-field.tsx";
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
	const move = (to: number) => {
		if (to >= 0 && to < of) board.moveCluster(clusterId, name, to);
	};
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
						<Button
							variant="tertiary"
							icon="arrow-up"
							iconOnly
							data-focus={`${clusterId} up`}
							aria-disabled={index === 0 || undefined}
							onClick={() => move(index - 1)}
						>
							{words.named(words.up, said)}
						</Button>
						<Button
							variant="tertiary"
							icon="arrow-down"
							iconOnly
							data-focus={`${clusterId} down`}
							aria-disabled={index === of - 1 || undefined}
							onClick={() => move(index + 1)}
						>
							{words.named(words.down, said)}
						</Button>
						<Button
							variant="tertiary"
							icon="trash"
							iconOnly
							data-focus={`${clusterId} remove`}
							onClick={() => board.remove({ kind: "cluster", id: clusterId, name: said, cluster: null, index })}
						>
							{words.named(words.remove, said)}
						</Button>
					</div>
					<StatementList {...lists} cluster={clusterId} statements={statements} empty={words.emptyCluster} />
				</section>
			</li>
		</>
	);
}
