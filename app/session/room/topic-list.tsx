import type { ReactNode } from "react";
import { LIMITS } from "../../../worksheets/contract/limits.ts";
import type { Snapshot } from "../../../worksheets/contract/snapshot.ts";
import { useMessages } from "../../i18n/provider.tsx";
import { Badge } from "../../ui/badge.tsx";
import { LineForm } from "./line-form.tsx";

type Topic = Snapshot["topics"][number];

interface TopicListProps {
	snapshot: Snapshot;
	/** What stands below a topic. */
	children?: (topic: Topic) => ReactNode;
}

/** The Themenspeicher: what is worth a word later, from anybody and for everybody to see. */
export function TopicList({ snapshot, children }: TopicListProps) {
	const { room } = useMessages();
	const { topics, groups, workshop, you } = snapshot;
	return (
		<div className="stack">
			{topics.length === 0 ? (
				<p>{room.noTopics}</p>
			) : (
				<ul className="topic-list">
					{topics.map((topic) => {
						const group = groups.find(({ id }) => id === topic.group);
						return (
							<li key={topic.id} className="topic-list__topic">
								<p>
									{topic.text}
									{group !== undefined && <span className="muted"> ({group.name})</span>}{" "}
									{topic.done && (
										<Badge kind="success" icon="check">
											{room.topicDone}
										</Badge>
									)}
								</p>
								{children?.(topic)}
							</li>
						);
					})}
				</ul>
			)}
			{workshop.status !== "ended" && !you.muted && (
				<LineForm
					id="topic-text"
					label={room.topicText}
					hint={room.topicsHint}
					max={LIMITS.topicCodePoints}
					send={room.topicAdd}
					done={room.topicAdded}
					command={(text) => ({ type: "topic.add", text })}
				/>
			)}
		</div>
	);
}
