import type { Place } from "../../../../worksheets/blocks/actor-board.ts";
import { type Axis, axisColumn } from "../../../../worksheets/blocks/actor-columns.ts";
import type { BlockOf } from "../../../../worksheets/blocks/definitions.ts";
import { useMessages } from "../../../i18n/provider.tsx";
import { useSheet } from "../../sheet-context.tsx";

/** The board in words. */
export interface PlaceWords {
	title: string;
	upAxis: string;
	acrossAxis: string;
	/** „Einfluss eher hoch, Interesse gering“. */
	say: (place: Place) => string;
}

export function usePlaceWords(block: BlockOf<"actor-map">): PlaceWords {
	const words = useMessages().actors;
	const { language } = useSheet();
	const axis = (name: Axis) => {
		const { label, scale } = axisColumn(block, name);
		const points = scale.points.map((point) => ({ value: point.value, label: point.label[language] }));
		const at = (value: number) => points.find((point) => point.value === value)?.label ?? "";
		return { label: label[language], low: points[0]?.label ?? "", high: points.at(-1)?.label ?? "", at };
	};
	const up = axis("up");
	const across = axis("across");
	return {
		title: words.boardTitle(up.label, across.label),
		upAxis: words.upAxis(up.label, up.low, up.high),
		acrossAxis: words.acrossAxis(across.label, across.low, across.high),
		say: (place) => words.place(up.label, up.at(place.up), across.label, across.at(place.across)),
	};
}
