import { readFileSync } from "node:fs";

/** The versions that the parts below were read in: what another one does with them is to be read again. */
export const READ_IN = {
	"@remix-run/router": "1.23.3",
	"react-router": "6.30.4",
	"react-router-dom": "6.30.4",
	"@remix-run/react": "2.17.5",
	"engine.io-client": "6.6.8",
	"@tiptap/extension-list": "3.31.3",
};

/**
 * What Arena never uses of the libraries that every participant loads, and what no bundler can see as unused because
 * it hangs on something that is known only while the page runs (docs/decisions/022-unused-parts.md). Of a module:
 * functions that are never called to any purpose, and pieces of its source with what they come to in Arena.
 * @typedef {{ functions?: readonly string[]; pieces?: readonly (readonly [from: string, to: string])[] }} Unused
 * @type {Readonly<Record<string, Unused>>}
 */
export const UNUSED = {
	// No route defers its data, nothing is fetched beside a navigation, and nothing blocks or animates one.
	"@remix-run/router/dist/router.js": {
		functions: [
			"isDeferredData",
			"isDeferredResult",
			"resolveNavigationDeferredResults",
			"resolveFetcherDeferredResults",
			"fetch",
			"shouldBlockNavigation",
			"restoreAppliedTransitions",
			"persistAppliedTransitions",
			"warning",
		],
	},
	"react-router/dist/index.js": { functions: ["logV6DeprecationWarnings"] },
	"react-router-dom/dist/index.js": {
		pieces: [["if (!viewTransitionOpts || isViewTransitionUnavailable) {", "if (true) {"]],
	},
	"@remix-run/react/dist/esm/data.js": { functions: ["isDeferredData", "isDeferredResponse"] },
	// No page is fetched ahead of its click, and what the page's first scripts say is written by the server alone.
	"@remix-run/react/dist/esm/components.js": {
		functions: ["PrefetchPageLinks"],
		pieces: [
			["let contextScript = staticContext ?", "let contextScript = false ?"],
			["contextScript += !activeDeferreds ?", "contextScript += true ?"],
			["let routeModulesScript = !isStatic ?", "let routeModulesScript = true ?"],
			['if (!isStatic && typeof __remixContext === "object" && __remixContext.a) {', "if (false) {"],
		],
	},
	// No route has a loader of its own in the browser, so none waits for one.
	"@remix-run/react/dist/esm/fallback.js": { functions: ["RemixRootDefaultHydrateFallback"] },
	"@remix-run/react/dist/esm/browser.js": {
		pieces: [["router.createRoutesForHMR = createClientRoutesWithHMRRevalidationOptOut;", ""]],
	},
	// The server speaks polling and WebSocket.
	"engine.io-client/build/esm/transports/index.js": { pieces: [["webtransport: WT,", ""]] },
	// An answer holds no checklist, and is never read from Markdown or written to it here.
	"@tiptap/extension-list/dist/index.js": {
		functions: ["collectOrderedListItems", "buildNestedStructure", "parseListItems"],
		pieces: [
			["const TaskItem = Node.create(", "const TaskItem = /* @__PURE__ */ Node.create("],
			["const TaskList = Node.create(", "const TaskList = /* @__PURE__ */ Node.create("],
			["const ListKit = Extension.create(", "const ListKit = /* @__PURE__ */ Extension.create("],
		],
	},
};

/**
 * Takes them out of the browser's bundle; the server keeps its libraries as they are.
 * @returns {import("vite").Plugin}
 */
export function unusedParts() {
	return {
		name: "arena:unused-parts",
		apply: "build",
		enforce: "pre",
		buildStart: checkVersions,
		transform(code, id, { ssr } = {}) {
			const module = ssr ? undefined : Object.keys(UNUSED).find((name) => id.endsWith(`/node_modules/${name}`));
			return module === undefined ? null : { code: withoutParts(code, UNUSED[module] ?? {}), map: null };
		},
	};
}

/** @throws where a library is another one than the parts were read in */
export function checkVersions() {
	for (const [name, version] of Object.entries(READ_IN)) {
		const installed = JSON.parse(readFileSync(`node_modules/${name}/package.json`, "utf8")).version;
		if (installed !== version) {
			throw new Error(`${name} is ${installed} and was read in ${version}: see server/build/unused-parts.mjs`);
		}
	}
}

/**
 * @param {string} code a module's source
 * @param {Unused} unused
 * @throws where a part does not stand there exactly once: the library has changed, and the list has to follow
 */
export function withoutParts(code, { functions = [], pieces = [] }) {
	const emptied = functions.reduce((source, name) => {
		const head = new RegExp(`\\b(async )?function ${name}\\(`, "g");
		return replaceOnce(source, head, `$1function ${name}() {}\n$1function ${name}Unused(`);
	}, code);
	return pieces.reduce((source, [from, to]) => replaceOnce(source, from, to), emptied);
}

/**
 * @param {string} source
 * @param {string | RegExp} from
 * @param {string} to
 */
function replaceOnce(source, from, to) {
	const times = source.split(from).length - 1;
	// Splitting by an expression puts what its group has caught between the parts.
	const found = typeof from === "string" ? times : times / 2;
	if (found !== 1) throw new Error(`${from} stands there ${found} times, not once: see server/build/unused-parts.mjs`);
	return source.replace(from, to);
}
