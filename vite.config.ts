import { vitePlugin as remix } from "@remix-run/dev";
import { defineConfig } from "vite";
import remixConfig from "./remix.config.js";

export default defineConfig({
	plugins: [remix(remixConfig)],
	resolve: { dedupe: ["yjs", "y-protocols", "lib0", "react", "react-dom"] },
	css: { preprocessorOptions: { scss: { silenceDeprecations: ["if-function"] } } },
	build: { target: "es2022", assetsInlineLimit: 0, sourcemap: false, manifest: true },
});
