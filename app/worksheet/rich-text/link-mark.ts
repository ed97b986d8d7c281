import { Mark } from "@tiptap/core";

declare module "@tiptap/core" {
	interface Commands<ReturnType> {
		link: {
			/** Links the selection; refused for an address that is not http, https or mailto. */
			setLink: (href: string) => ReturnType;
			/** Takes the link away from the selection, or from all of the link the caret stands in. */
			unsetLink: () => ReturnType;
		};
	}
}

/** What people paste or type as an address: `example.org` and `name@example.org` get what they lack. Null: not ours. */
export function linkAddress(typed: string): string | null {
	const bare = typed.trim();
	if (bare === "" || /\s/.test(bare)) return null;
	if (/^(https?:\/\/|mailto:)\S+$/i.test(bare)) return bare;
	if (/^[a-z][a-z0-9+.-]*:(?!\d)/i.test(bare)) return null;
	if (/^[^@/]+@[^@/]+\.[^@/]+$/.test(bare)) return `mailto:${bare}`;
	return /^[^/@]+\.[^/@]+/.test(bare) ? `https://${bare}` : null;
}

/**
 * Links as the stored format has them: an address and nothing else. The ready-made extension brings a link recogniser
 * that nobody here asked for: typed addresses stay text until somebody links them.
 */
export const LinkMark = Mark.create({
	name: "link",
	inclusive: false,
	exitable: true,
	keepOnSplit: false,

	addAttributes() {
		return { href: { default: null } };
	},

	parseHTML() {
		return [
			{
				tag: "a[href]",
				getAttrs: (element) => {
					const href = linkAddress(element.getAttribute("href") ?? "");
					return href === null ? false : { href };
				},
			},
		];
	},

	renderHTML({ mark }) {
		const stored: unknown = mark.attrs.href;
		const href = typeof stored === "string" ? linkAddress(stored) : null;
		return ["a", href === null ? {} : { href, target: "_blank", rel: "noopener noreferrer nofollow" }, 0];
	},

	addCommands() {
		return {
			setLink: (typed) => (props) => {
				const href = linkAddress(typed);
				return href !== null && props.commands.setMark(this.name, { href });
			},
			unsetLink: () => (props) => props.commands.unsetMark(this.name, { extendEmptyMarkRange: true }),
		};
	},
});
