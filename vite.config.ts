import { vitePlugin as remix } from "@remix-run/dev";
import { defineConfig } from "vite";
import remixConfig from "./remix.config.js";
import { chunkOf } from "./server/build/chunks.mjs";
import { futureFlags } from "./server/build/future-flags.mjs";
import { unusedParts } from "./server/build/unused-parts.mjs";

/**
 * What the browser loads from node_modules, prepared before the first page in development: found late, a dependency
 * would be bundled anew with a second copy of React or Yjs, and the open page would not recover.
 */
const clientDependencies = [
	"@remix-run/node",
	"@remix-run/react",
	"@tiptap/core",
	"@tiptap/extension-bold",
	"@tiptap/extension-collaboration",
	"@tiptap/extension-collaboration-caret",
	"@tiptap/extension-document",
	"@tiptap/extension-hard-break",
	"@tiptap/extension-italic",
	"@tiptap/extension-list",
	"@tiptap/extension-paragraph",
	"@tiptap/extension-text",
	"lib0/decoding",
	"lib0/encoding",
	"react",
	"react-dom",
	"react-dom/client",
	"react/jsx-dev-runtime",
	"react/jsx-runtime",
	"socket.io-client",
	"y-indexeddb",
	"y-protocols/awareness",
	"y-websocket",
	"yjs",
	"zod",
	"zod/mini",
];

export default defineConfig({
	plugins: [remix(remixConfig), futureFlags(remixConfig.future), unusedParts()],
	optimizeDeps: { include: clientDependencies },
	resolve: { dedupe: ["yjs", "y-protocols", "lib0", "react", "react-dom"] },
	css: { preprocessorOptions: { scss: { silenceDeprecations: ["if-function"] } } },
	build: { target: "es2022", assetsInlineLimit: 0, sourcemap: false, manifest: true },
	environments: {
		client: {
			build: {
				minify: "terser",
				terserOptions: { module: true, compress: { passes: 2 } },
				rollupOptions: { output: { manualChunks: chunkOf, onlyExplicitManualChunks: true } },
			},
		},
	},
});
