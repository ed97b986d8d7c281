import { resolveConfig } from "vite";
import { expect, test } from "vitest";
import { z } from "zod";
import remixConfig from "../../remix.config.js";

const resolvedSchema = z.object({
	__remixPluginContext: z.object({
		remixConfig: z.object({ buildDirectory: z.string(), future: z.record(z.string(), z.boolean()) }),
	}),
});

test("the Remix plugin runs with the options of remix.config.js", async () => {
	const resolved = await resolveConfig({ configFile: "vite.config.ts" }, "build", "production", "production");
	const { remixConfig: used } = resolvedSchema.parse(resolved).__remixPluginContext;
	expect(used.buildDirectory.endsWith(`/${remixConfig.buildDirectory}`)).toBe(true);
	expect(used.future).toMatchObject(remixConfig.future);
});
