import { afterEach, beforeEach, expect, vi } from "vitest";

/** A second copy of Yjs, React warnings and forgotten logging all speak through console.error: none may pass unnoticed. */
beforeEach(() => {
	vi.spyOn(console, "error");
	vi.spyOn(console, "warn");
});

afterEach(() => {
	for (const method of ["error", "warn"] as const) {
		const calls = vi.mocked(console[method]).mock.calls;
		expect(calls, `unexpected console.${method}`).toEqual([]);
	}
});
