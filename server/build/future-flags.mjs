/**
 * Remix reads its future flags in the browser, from the page, so the code of every flag that is off is shipped as
 * well: with single fetch alone a whole wire format. The flags are decided here, at build time, and what they switch
 * off falls out of the browser's bundle.
 * @param {Record<string, boolean>} flags those of remix.config.js
 * @returns {import("vite").Plugin}
 */
export function futureFlags(flags) {
	return {
		name: "arena:future-flags",
		apply: "build",
		transform(code, id, { ssr } = {}) {
			if (ssr || !id.includes("/@remix-run/react/")) return null;
			return { code: decideFlags(code, flags), map: null };
		},
	};
}

/**
 * @param {string} code a module of @remix-run/react
 * @param {Record<string, boolean>} flags
 */
export function decideFlags(code, flags) {
	return code.replace(/(?:\b[\w.]+\.)?\bfuture\.(v3_\w+)/g, (whole, flag) => String(flags[flag] ?? whole));
}
