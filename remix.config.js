/**
 * The Remix options, in the place where people look for them. Remix reads this file only with its old compiler;
 * under Vite, `vite.config.ts` hands it to the plugin (docs/decisions/001-remix-v2.md).
 * @satisfies {import('@remix-run/dev').VitePluginConfig}
 */
const config = {
	appDirectory: "app",
	buildDirectory: "build/app",
	serverModuleFormat: "esm",
	ignoredRouteFiles: ["**/*.test.*"],
	future: {
		v3_fetcherPersist: true,
		v3_relativeSplatPath: true,
		v3_throwAbortReason: true,
		v3_lazyRouteDiscovery: true,
		v3_routeConfig: true,
		// Off on purpose: single fetch is what brings in the reported turbo-stream flaw (docs/decisions/001-remix-v2.md).
		v3_singleFetch: false,
	},
};

export default config;
