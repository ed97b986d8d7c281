import type { Editor } from "@tiptap/core";

export const TOOLS = [
	"bold",
	"italic",
	"bulletList",
	"orderedList",
	"indent",
	"outdent",
	"link",
	"undo",
	"redo",
] as const;
export type Tool = (typeof TOOLS)[number];

/** What the toolbar shows: which tools are on at the caret, and which can do nothing now. */
export interface ToolbarState {
	on: ReadonlySet<Tool>;
	off: ReadonlySet<Tool>;
}

/** Reads the state as one string, so that React notices exactly the changes that matter to the toolbar. */
export function toolbarKey(editor: Editor): string {
	const can = editor.can();
	const on: Tool[] = (["bold", "italic", "bulletList", "orderedList", "link"] as const).filter((tool) =>
		editor.isActive(tool),
	);
	const off: Tool[] = [];
	if (!can.sinkListItem("listItem")) off.push("indent");
	if (!can.liftListItem("listItem")) off.push("outdent");
	if (!can.undo()) off.push("undo");
	if (!can.redo()) off.push("redo");
	return `${on.join(" ")}|${off.join(" ")}`;
}

export function toolbarState(key: string): ToolbarState {
	const [on = "", off = ""] = key.split("|");
	const tools = (names: string) => new Set(TOOLS.filter((tool) => names.split(" ").includes(tool)));
	return { on: tools(on), off: tools(off) };
}

/** Does what a tool's button says, and gives the focus back to the text. `link` opens a form instead. */
export function applyTool(editor: Editor, tool: Exclude<Tool, "link">): void {
	const chain = editor.chain().focus();
	switch (tool) {
		case "bold":
			chain.toggleBold().run();
			break;
		case "italic":
			chain.toggleItalic().run();
			break;
		case "bulletList":
			chain.toggleBulletList().run();
			break;
		case "orderedList":
			chain.toggleOrderedList().run();
			break;
		case "indent":
			chain.sinkListItem("listItem").run();
			break;
		case "outdent":
			chain.liftListItem("listItem").run();
			break;
		case "undo":
			chain.undo().run();
			break;
		case "redo":
			chain.redo().run();
			break;
	}
}
