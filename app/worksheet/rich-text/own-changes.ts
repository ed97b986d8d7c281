import { type EditorState, Plugin, PluginKey } from "@tiptap/pm/state";
import { type ProsemirrorBinding, ySyncPluginKey } from "@tiptap/y-tiptap";

/** A plugin that reacts to what was changed here, and not to what others' changes brought. */
export function afterOwnChanges(
	name: string,
	react: (binding: ProsemirrorBinding, before: EditorState, now: EditorState) => void,
): Plugin {
	return new Plugin({
		key: new PluginKey(name),
		view: () => ({
			update: ({ state }, before) => {
				const { binding, isChangeOrigin } = ySyncPluginKey.getState(state);
				if (!isChangeOrigin && before.doc !== state.doc) react(binding, before, state);
			},
		}),
	});
}
