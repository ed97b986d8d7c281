import { useState } from "react";
import { actorMapBlock } from "../../../../worksheets/blocks/actor-map.ts";
import { useMessages } from "../../../i18n/provider.tsx";
import { Button } from "../../../ui/button.tsx";
import { useSheet } from "../../sheet-context.tsx";
import { useAnswer } from "../../use-answer.ts";
import type { BlockProps } from "../block-props.ts";
import { ActorBoard } from "./actor-board.tsx";
import { ActorTable } from "./actor-table.tsx";
import { Release } from "./release.tsx";

/** The table first, the board as a second view of the same rows; for people outside what the group lets them see. */
export default function ActorMapView({ block, item, labelledBy }: BlockProps<"actor-map">) {
	const words = useMessages().actors;
	const { outside } = useSheet();
	const read = useAnswer(actorMapBlock, block, item);
	const answer = outside ? (actorMapBlock.forOutside?.(block, read) ?? read) : read;
	const [onBoard, setOnBoard] = useState(false);
	const withheld = answer.ratings === "withheld";
	const hasBoard = !withheld && answer.rows.length > 0;
	return (
		<div className="actors">
			{block.private && <Release block={block} item={item} ratings={answer.ratings} />}
			{hasBoard && <Button onClick={() => setOnBoard(!onBoard)}>{onBoard ? words.showTable : words.showBoard}</Button>}
			{onBoard && hasBoard ? (
				<ActorBoard block={block} item={item} rows={answer.rows} />
			) : (
				<ActorTable block={block} item={item} rows={answer.rows} withheld={withheld} labelledBy={labelledBy} />
			)}
		</div>
	);
}
