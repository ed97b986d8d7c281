import { useId, useState } from "react";
import {
	type Place,
	placeOf,
	placesOf,
	type Quadrant,
	quadrantOf,
	setPlace,
	stepFrom,
} from "../../../../worksheets/blocks/actor-board.ts";
import { actorName } from "../../../../worksheets/blocks/actor-columns.ts";
import type { BlockOf } from "../../../../worksheets/blocks/definitions.ts";
import type { Row } from "../../../../worksheets/blocks/rows.ts";
import { useMessages } from "../../../i18n/provider.tsx";
import { useAnnounce } from "../../../ui/announce.tsx";
import { useSheet } from "../../sheet-context.tsx";
import { BoardActor } from "./board-actor.tsx";
import { type PlaceWords, usePlaceWords } from "./place-words.ts";
import { samePlace, targetAt } from "./target-at.ts";
import { useDrag } from "./use-drag.ts";
import { useKeptFocus } from "./use-kept-focus.ts";

interface ActorBoardProps {
	block: BlockOf<"actor-map">;
	item: string | undefined;
	rows: readonly Row[];
}

/** The quarters as they stand: high influence above, high interest to the right. */
const LAID_OUT: readonly Quadrant[] = ["up", "both", "neither", "across"];

/** The same rows as points on two scales: moved by hand, by arrow key or by „Verschieben nach …“. */
export function ActorBoard({ block, item, rows }: ActorBoardProps) {
	const words = useMessages().actors;
	const announce = useAnnounce();
	const { sheet, writable } = useSheet();
	const id = useId();
	const keptFocus = useKeptFocus();
	const places = usePlaceWords(block);
	const [selected, setSelected] = useState<string | null>(null);

	const nameOf = (row: Row) => actorName(block, row) || words.unnamed;
	const move = (row: Row, place: Place | null) => {
		setPlace(sheet.doc, block, item, row.id, place);
		announce(place === null ? words.taken(nameOf(row)) : words.moved(nameOf(row), places.say(place)));
	};
	const dragging = useDrag<{ place: Place | null }>({
		targetAt: (x, y) => targetAt(block, keptFocus.ref.current, x, y),
		onDrop(rowId, { place }) {
			const row = rows.find((candidate) => candidate.id === rowId);
			if (row !== undefined) move(row, place);
		},
	});

	const actor = (row: Row) => (
		<BoardActor
			key={row.id}
			block={block}
			row={row}
			name={nameOf(row)}
			places={places}
			dragging={dragging}
			selected={selected === row.id}
			onSelect={() => setSelected(selected === row.id ? null : row.id)}
			onStep={(direction) => move(row, stepFrom(block, row, direction))}
			onMove={(place) => move(row, place)}
			hintId={`${id}-hint`}
		/>
	);
	const placed = rows.map((row) => ({ row, place: placeOf(block, row) }));
	const unplaced = placed.filter(({ place }) => place === null);
	const target = dragging.drag?.target;
	return (
		<div className="actor-board" {...keptFocus}>
			{writable && (
				<p id={`${id}-hint`} className="sheet-muted">
					{words.boardHint}
				</p>
			)}
			<div className={`actor-board__unplaced${target?.place === null ? " actor-board--target" : ""}`} data-unplaced>
				<h3 id={`${id}-unplaced`}>{words.unplaced}</h3>
				{unplaced.length === 0 ? (
					<p className="sheet-muted">{words.allPlaced}</p>
				) : (
					<ul aria-labelledby={`${id}-unplaced`}>{unplaced.map(({ row }) => actor(row))}</ul>
				)}
			</div>
			<figure className="actor-board__map" aria-label={places.title}>
				<p className="actor-board__axis">
					<span aria-hidden="true">↑ </span>
					{places.upAxis}
				</p>
				<div className="actor-board__quadrants">
					{LAID_OUT.map((quadrant) => (
						<QuadrantBox
							key={quadrant}
							block={block}
							quadrant={quadrant}
							places={places}
							target={target?.place ?? null}
							actorsAt={(place) =>
								placed.filter((one) => one.place !== null && samePlace(one.place, place)).map(({ row }) => actor(row))
							}
						/>
					))}
				</div>
				<p className="actor-board__axis actor-board__axis--across">
					<span aria-hidden="true">→ </span>
					{places.acrossAxis}
				</p>
			</figure>
		</div>
	);
}

interface QuadrantBoxProps {
	block: BlockOf<"actor-map">;
	quadrant: Quadrant;
	places: PlaceWords;
	/** Where something that is being dragged would land. */
	target: Place | null;
	actorsAt: (place: Place) => JSX.Element[];
}

function QuadrantBox({ block, quadrant, places, target, actorsAt }: QuadrantBoxProps) {
	const { language } = useSheet();
	const lines = placesOf(block, quadrant);
	const isTarget = target !== null && quadrantOf(block, target) === quadrant;
	return (
		<div className={`actor-board__quadrant${isTarget ? " actor-board--target" : ""}`} data-quadrant={quadrant}>
			<h3>{block.quadrants[quadrant][language]}</h3>
			<div
				className="actor-board__cells"
				style={{ gridTemplateColumns: `repeat(${lines[0]?.length ?? 1}, minmax(0, 1fr))` }}
			>
				{lines.flat().map((place) => {
					const here = actorsAt(place);
					const said = places.say(place);
					const className = `actor-board__cell${target !== null && samePlace(target, place) ? " actor-board--target" : ""}`;
					return here.length === 0 ? (
						<div key={said} className={className} />
					) : (
						<ul key={said} className={className} aria-label={said}>
							{here}
						</ul>
					);
				})}
			</div>
		</div>
	);
}
