import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { z } from "zod";

/** Sheets as an older Arena made and stored them, one file each: they must stay readable for ever. */
export const KEPT = fileURLToPath(new URL("./kept/", import.meta.url));

/** A definition as a workshop keeps it, a filled document's update in base64, and what was entered into it. */
const keptSchema = z.strictObject({
	definition: z.looseObject({ id: z.string(), version: z.int() }),
	update: z.string(),
	answers: z.array(z.strictObject({ name: z.string(), texts: z.array(z.string()), done: z.boolean() })),
});
export type KeptSheet = z.infer<typeof keptSchema>;

export function keptName({ id, version }: { id: string; version: number }): string {
	return `${id}.v${version}.json`;
}

export function keptSheets(): { file: string; kept: KeptSheet }[] {
	return readdirSync(KEPT)
		.sort()
		.map((file) => ({ file, kept: keptSchema.parse(JSON.parse(readFileSync(`${KEPT}${file}`, "utf8"))) }));
}
