import type { Tool } from "./toolbar-state.ts";

/** Drawn on a grid of 24; every tool's button has its name as well. */
const PATHS: Record<Tool, string> = {
	bold: "M7 5h6a3.5 3.5 0 0 1 0 7H7zm0 7h7a3.5 3.5 0 0 1 0 7H7z",
	italic: "M10 5h8M6 19h8M14 5l-4 14",
	bulletList: "M9 6h11M9 12h11M9 18h11M4 6h.01M4 12h.01M4 18h.01",
	orderedList: "M10 6h10M10 12h10M10 18h10M4 4l1.5-.8V8M4 13.2c0-2 3-2 3 0C7 14.5 4 15.5 4 17h3",
	indent: "M4 5h16M11 10h9M11 14h9M4 19h16M4 9.5l3 2.5-3 2.5",
	outdent: "M4 5h16M11 10h9M11 14h9M4 19h16M7 9.5l-3 2.5 3 2.5",
	link: "M10 14a4 4 0 0 0 6 .5l3-3a4 4 0 0 0-6-6l-1.5 1.5M14 10a4 4 0 0 0-6-.5l-3 3a4 4 0 0 0 6 6l1.5-1.5",
	undo: "M9 14 4 9l5-5M4 9h10a6 6 0 0 1 0 12h-3",
	redo: "m15 14 5-5-5-5M20 9H10a6 6 0 0 0 0 12h3",
};

export function ToolIcon({ tool }: { tool: Tool }) {
	return (
		<svg className="sheet-tool__icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
			<path d={PATHS[tool]} />
		</svg>
	);
}
