export interface WorkerEntry {
	url: URL;
	/** What Node needs to run it: TypeScript support from source, nothing from the build. */
	execArgv: string[];
}

/**
 * Where the code of a worker thread or child process is. In the build it is `<name>.js` beside the server's bundle;
 * from source it is `sourceFile`, relative to the caller's `import.meta.url`.
 */
export function workerEntry(name: string, callerUrl: string, sourceFile = `./${name}.ts`): WorkerEntry {
	if (!import.meta.url.endsWith(".ts")) return { url: new URL(`./${name}.js`, import.meta.url), execArgv: [] };
	const typescript = new URL("./worker-typescript.mjs", import.meta.url);
	return { url: new URL(sourceFile, callerUrl), execArgv: ["--import", typescript.href] };
}
