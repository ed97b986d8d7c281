/** The editor is the greater part of what a sheet loads: it comes on its own, and an answer can be added to without it. */
export async function loadEditor() {
	const { RichTextEditor } = await import("./rich-text-editor.tsx");
	return { default: RichTextEditor };
}
