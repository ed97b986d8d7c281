import { defineConfig } from "vitest/config";

const unit = ["{app,server,worksheets}/**/*.test.{ts,tsx}", "test/{flows,faults,fuzz,lint,versions}/**/*.test.ts"];

export default defineConfig({
	test: {
		projects: [
			{
				test: {
					name: "unit",
					include: unit,
					setupFiles: ["test/setup.ts"],
					testTimeout: 20_000,
					hookTimeout: 20_000,
					expect: { poll: { timeout: 10_000 } },
				},
			},
			{
				test: {
					name: "browser",
					include: ["test/browser/**/*.test.ts"],
					setupFiles: ["test/setup.ts"],
					// Each file drives several real browsers; two cores carry one file at a time.
					fileParallelism: false,
					// A file's server and browsers are its own; what it imports need not be read anew for each of them.
					isolate: false,
					testTimeout: 240_000,
					hookTimeout: 120_000,
					// Vitest's second is too short for a page on a machine that has something else to do.
					expect: { poll: { timeout: 20_000 } },
				},
			},
		],
	},
});
