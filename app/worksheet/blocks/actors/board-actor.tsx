import { type KeyboardEvent, useId } from "react";
import { type Direction, type Place, placeOf, placesOf, QUADRANTS } from "../../../../worksheets/blocks/actor-board.ts";
import type { BlockOf } from "../../../../worksheets/blocks/definitions.ts";
import type { Row } from "../../../../worksheets/blocks/rows.ts";
import { useMessages } from "../../../i18n/provider.tsx";
import { useSheet } from "../../sheet-context.tsx";
import type { PlaceWords } from "./place-words.ts";
import { samePlace } from "./target-at.ts";
import type { useDrag } from "./use-drag.ts";

interface BoardActorProps {
	block: BlockOf<"actor-map">;
	row: Row;
	name: string;
	places: PlaceWords;
	dragging: ReturnType<typeof useDrag<{ place: Place | null }>>;
	/** Whether „Verschieben nach …“ is open. */
	selected: boolean;
	onSelect: () => void;
	onStep: (direction: Direction) => void;
	/** Null takes it off the board. */
	onMove: (place: Place | null) => void;
	/** Says how it is moved. */
	hintId: string;
}

const DIRECTIONS: Readonly<Record<string, Direction>> = {
	ArrowUp: "up",
	ArrowDown: "down",
	ArrowLeft: "left",
	ArrowRight: "right",
};

/** One actor where its ratings put it. */
export function BoardActor(props: BoardActorProps) {
	const { block, row, name, places, dragging, selected, onSelect, onStep, onMove, hintId } = props;
	const { writable } = useSheet();
	const place = placeOf(block, row);
	if (!writable) return <li className="actor-board__actor actor-board__actor--still">{name}</li>;
	const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
		if (event.key === "Escape") {
			if (selected) onSelect();
			return;
		}
		const direction = DIRECTIONS[event.key];
		if (direction === undefined || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
		event.preventDefault();
		onStep(direction);
	};
	const isDragged = dragging.drag?.id === row.id;
	return (
		<li className="actor-board__actor">
			<button
				type="button"
				className={`actor-board__name${isDragged ? " actor-board__name--dragged" : ""}`}
				data-focus={row.id}
				aria-label={place === null ? name : `${name}, ${places.say(place)}`}
				aria-describedby={hintId}
				aria-expanded={selected}
				onClick={() => dragging.isClick() && onSelect()}
				onKeyDown={onKeyDown}
				{...dragging.handlersOf(row.id)}
			>
				<span className="actor-board__grip" data-grip aria-hidden="true" />
				{name}
			</button>
			{selected && <MoveSelect block={block} row={row} place={place} name={name} places={places} onMove={onMove} />}
		</li>
	);
}

interface MoveSelectProps extends Pick<BoardActorProps, "block" | "row" | "name" | "places" | "onMove"> {
	place: Place | null;
}

function MoveSelect({ block, row, place, name, places, onMove }: MoveSelectProps) {
	const words = useMessages().actors;
	const { language } = useSheet();
	const id = useId();
	const groups = QUADRANTS.map((quadrant) => ({ quadrant, options: placesOf(block, quadrant).flat() }));
	const all = groups.flatMap(({ options }) => options);
	const at = place === null ? -1 : all.findIndex((candidate) => samePlace(candidate, place));
	return (
		<div className="actor-board__move">
			<label htmlFor={id}>{words.moveTo}</label>
			<div className="kern-form-input__select-wrapper">
				<select
					id={id}
					className="kern-form-input__select"
					data-focus={`${row.id} move`}
					aria-label={words.moveNamedTo(name)}
					value={at}
					onChange={(event) => onMove(all[Number(event.target.value)] ?? null)}
				>
					<option value={-1}>{words.offBoard}</option>
					{groups.map(({ quadrant, options }) => (
						<optgroup key={quadrant} label={block.quadrants[quadrant][language]}>
							{options.map((option) => (
								<option key={places.say(option)} value={all.indexOf(option)}>
									{places.say(option)}
								</option>
							))}
						</optgroup>
					))}
				</select>
			</div>
		</div>
	);
}
