import { classNames } from "./class-names.ts";
import { type GroupToken, groupMark } from "./group-mark.ts";
import { VisuallyHidden } from "./visually-hidden.tsx";

/** On a grid of 24 units: circle, triangle, square, diamond, pentagon, star, cross, hexagon. */
const SHAPES: Record<GroupToken, string> = {
	a: "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18Z",
	b: "M12 3 22 21H2z",
	c: "M4 4h16v16H4z",
	d: "M12 1.5 22.5 12 12 22.5 1.5 12z",
	e: "M12 2 22 9.5 18.2 21.5H5.8L2 9.5z",
	f: "m12 1.5 3 7.3 7.9.6-6 5.1 1.9 7.7L12 18l-6.8 4.2 1.9-7.7-6-5.1 7.9-.6z",
	g: "M8.5 2.5h7v6h6v7h-6v6h-7v-6h-6v-7h6z",
	h: "M12 1.5 21.5 7v10L12 22.5 2.5 17V7z",
};

export interface GroupBadgeProps {
	/** The group's place in the list, from 0: decides letter, shape and colour. */
	index: number;
	name: string;
	/** The mark alone; the name stays for screen readers. */
	compact?: boolean | undefined;
}

/** A group's letter and shape in its colour, with its name. */
export function GroupBadge({ index, name, compact }: GroupBadgeProps) {
	const { letter, token, ring } = groupMark(index);
	return (
		<span className="group-badge">
			<span
				className={classNames("group-badge__mark", `group-${token}`, ring && "group-badge__mark--ring")}
				aria-hidden="true"
			>
				{letter}
				<svg
					className="group-badge__shape"
					viewBox="0 0 24 24"
					fill="currentColor"
					focusable="false"
					aria-hidden="true"
				>
					<path d={SHAPES[token]} />
				</svg>
			</span>
			{compact ? <VisuallyHidden>{name}</VisuallyHidden> : <span className="group-badge__name">{name}</span>}
		</span>
	);
}
