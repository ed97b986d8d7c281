import { classNames } from "./class-names.ts";

/** Outlines on a grid of 24 units, drawn for Arena. */
const PATHS = {
	"chevron-down": "m6 9 6 6 6-6",
	"chevron-left": "m15 6-6 6 6 6",
	"chevron-right": "m9 6 6 6-6 6",
	"arrow-down": "M12 5v14m-6-6 6 6 6-6",
	"arrow-up": "M12 19V5m-6 6 6-6 6 6",
	check: "m5 13 4.5 4.5L19 7",
	clock: "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18Zm0 4v5l3.5 2",
	close: "m6 6 12 12M18 6 6 18",
	copy: "M9 9h10v11H9zM5 15V4h10",
	danger: "M8 3h8l5 5v8l-5 5H8l-5-5V8zM12 8v5m0 3v.5",
	dark: "M20 14.5A8.5 8.5 0 0 1 9.5 4a8.5 8.5 0 1 0 10.5 10.5Z",
	download: "M12 4v11m-5-4.5 5 5 5-5M5 20h14",
	empty: "M12 4a8 8 0 1 0 0 16 8 8 0 0 0 0-16Z",
	eye: "M2.5 12S6 5.5 12 5.5 21.5 12 21.5 12 18 18.5 12 18.5 2.5 12 2.5 12ZM12 9a3 3 0 1 0 0 6 3 3 0 0 0 0-6Z",
	grip: "M9 6v.01M15 6v.01M9 12v.01M15 12v.01M9 18v.01M15 18v.01",
	hand: "M8 12V5.5a1.5 1.5 0 0 1 3 0V11m0-6.5a1.5 1.5 0 0 1 3 0V11m0-4.5a1.5 1.5 0 0 1 3 0V15a6 6 0 0 1-6 6c-3.5 0-4.5-2-6.5-6.5L4 13a1.4 1.4 0 0 1 2.4-1.3L8 14",
	info: "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18Zm0 8v6m0-10v.5",
	light:
		"M12 8a4 4 0 1 0 0 8 4 4 0 0 0 0-8Zm0-5v2m0 14v2M3 12h2m14 0h2M5.6 5.6 7 7m10 10 1.4 1.4M5.6 18.4 7 17m10-10 1.4-1.4",
	link: "M10 14a4 4 0 0 0 5.7 0l3-3A4 4 0 0 0 13 5.3l-1 1M14 10a4 4 0 0 0-5.7 0l-3 3a4 4 0 0 0 5.7 5.7l1-1",
	lock: "M6 11h12v9H6zM8.5 11V8a3.5 3.5 0 0 1 7 0v3",
	minus: "M5 12h14",
	more: "M12 5v.01M12 12v.01M12 19v.01",
	pause: "M8 5v14m8-14v14",
	pencil: "m4 20 1-5L16 4l4 4L9 19zM14 6l4 4",
	people:
		"M9 5a3 3 0 1 0 0 6 3 3 0 0 0 0-6ZM3.5 19c0-3.5 2.5-5 5.5-5s5.5 1.5 5.5 5M16 5.5a2.7 2.7 0 0 1 0 5.2M17.5 14.5c2 .5 3 2 3 4.5",
	play: "M7 5v14l12-7z",
	plus: "M12 5v14m-7-7h14",
	print: "M7 9V4h10v5M7 17H4V9h16v8h-3M7 14h10v6H7z",
	success: "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18Zm-4.5 9.5 3 3 6-6.5",
	system: "M4 5h16v11H4zM9 20h6",
	trash: "M5 7h14M10 4h4M7 7l1 13h8l1-13M10 11v5m4-5v5",
	undo: "M8 6 4 10l4 4M4 10h10a5 5 0 0 1 0 10h-3",
	redo: "m16 6 4 4-4 4m4-4H10a5 5 0 0 0 0 10h3",
	unlock: "M6 11h12v9H6zM8.5 11V8a3.5 3.5 0 0 1 6.7-1.5",
	warning: "M12 4 2.5 20h19zM12 10v5m0 2.5v.5",
} as const;

export type IconName = keyof typeof PATHS;

export interface IconProps {
	name: IconName;
	/** 1 rem instead of 1.5 rem, inside running text. */
	small?: boolean | undefined;
}

/** A decorative drawing: what it means always stands beside it in words. */
export function Icon({ name, small }: IconProps) {
	return (
		<svg
			className={classNames("icon", small && "icon--small")}
			viewBox="0 0 24 24"
			fill="none"
			stroke="currentColor"
			strokeWidth={name === "more" || name === "grip" ? 4 : 2}
			strokeLinecap="round"
			strokeLinejoin="round"
			aria-hidden="true"
			focusable="false"
		>
			<path d={PATHS[name]} />
		</svg>
	);
}
