import { type Place, placesOf, QUADRANTS } from "../../../../worksheets/blocks/actor-board.ts";
import type { BlockOf } from "../../../../worksheets/blocks/definitions.ts";

/**
 * The place of the board under a point of the window; `place: null` is the list beside it, null is nothing of both. A
 * quarter is divided evenly among its places, however much stands in each of them.
 */
export function targetAt(
	block: BlockOf<"actor-map">,
	board: HTMLElement | null,
	x: number,
	y: number,
): { place: Place | null } | null {
	const box = document
		.elementsFromPoint(x, y)
		.find((element) => element.matches("[data-quadrant], [data-unplaced]") && board?.contains(element));
	if (!(box instanceof HTMLElement)) return null;
	const quadrant = QUADRANTS.find((candidate) => candidate === box.dataset.quadrant);
	if (quadrant === undefined) return { place: null };
	const { left, top, width, height } = box.getBoundingClientRect();
	const line = partAt(placesOf(block, quadrant), (y - top) / height);
	const place = line && partAt(line, (x - left) / width);
	return place === undefined ? null : { place };
}

function partAt<Part>(parts: readonly Part[], share: number): Part | undefined {
	return parts[Math.min(parts.length - 1, Math.max(0, Math.floor(share * parts.length)))];
}

export function samePlace(one: Place, other: Place): boolean {
	return one.across === other.across && one.up === other.up;
}
