/** How the server's own code becomes files for Node; its packages stay where they are. */
export const serverBundle = /** @satisfies {import("esbuild").BuildOptions} */ ({
	bundle: true,
	packages: "external",
	platform: "node",
	format: "esm",
	target: "node20",
	sourcemap: "linked",
	logLevel: "warning",
});
