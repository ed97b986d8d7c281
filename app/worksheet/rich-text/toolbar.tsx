import type { Editor } from "@tiptap/core";
import { type KeyboardEvent, type RefObject, useCallback, useState, useSyncExternalStore } from "react";
import { useMessages } from "../../i18n/provider.tsx";
import { LinkForm } from "./link-form.tsx";
import { ToolIcon } from "./tool-icon.tsx";
import { applyTool, TOOLS, type Tool, toolbarKey, toolbarState } from "./toolbar-state.ts";

const TOGGLES: ReadonlySet<Tool> = new Set(["bold", "italic", "bulletList", "orderedList", "link"]);

interface ToolbarProps {
	editor: Editor;
	disabled: boolean;
	container: RefObject<HTMLDivElement>;
	labelledBy: string;
}

/** One stop for the Tab key; arrows go from tool to tool, Esc goes back to the text. */
export function Toolbar({ editor, disabled, container, labelledBy }: ToolbarProps) {
	const words = useMessages().sheet;
	const { on, off } = useToolbar(editor);
	const [current, setCurrent] = useState<Tool>("bold");
	const [linking, setLinking] = useState(false);

	const press = (tool: Tool) => {
		setCurrent(tool);
		if (disabled || off.has(tool)) return;
		if (tool === "link") setLinking(!linking);
		else applyTool(editor, tool);
	};
	const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
		if (event.key === "Escape") {
			event.preventDefault();
			editor.commands.focus();
			return;
		}
		const next = toolAfter(current, event.key);
		if (next === null) return;
		event.preventDefault();
		setCurrent(next);
		container.current?.querySelector<HTMLElement>(`[data-tool="${next}"]`)?.focus();
	};

	return (
		<>
			<div
				ref={container}
				className="sheet-toolbar"
				role="toolbar"
				aria-label={words.format}
				aria-describedby={labelledBy}
				onKeyDown={onKeyDown}
			>
				{TOOLS.map((tool) => (
					<button
						key={tool}
						type="button"
						className="sheet-tool"
						data-tool={tool}
						tabIndex={tool === current ? 0 : -1}
						title={words.tools[tool]}
						aria-label={words.tools[tool]}
						aria-pressed={TOGGLES.has(tool) ? on.has(tool) : undefined}
						aria-expanded={tool === "link" ? linking : undefined}
						aria-disabled={disabled || off.has(tool) || undefined}
						// Keeps the selection in the text while a tool is pressed with the pointer.
						onMouseDown={(event) => event.preventDefault()}
						onClick={() => press(tool)}
					>
						<ToolIcon tool={tool} />
					</button>
				))}
			</div>
			{linking && !disabled && <LinkForm editor={editor} onClose={() => setLinking(false)} />}
		</>
	);
}

function useToolbar(editor: Editor) {
	const subscribe = useCallback(
		(listener: () => void) => {
			editor.on("transaction", listener);
			return () => {
				editor.off("transaction", listener);
			};
		},
		[editor],
	);
	return toolbarState(useSyncExternalStore(subscribe, () => (editor.isDestroyed ? "|" : toolbarKey(editor))));
}

function toolAfter(tool: Tool, key: string): Tool | null {
	const last = TOOLS.length - 1;
	const index = TOOLS.indexOf(tool);
	if (key === "Home") return TOOLS[0] ?? null;
	if (key === "End") return TOOLS[last] ?? null;
	if (key === "ArrowRight") return TOOLS[index === last ? 0 : index + 1] ?? null;
	if (key === "ArrowLeft") return TOOLS[index === 0 ? last : index - 1] ?? null;
	return null;
}
