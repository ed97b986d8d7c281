import * as z from "zod/mini";

const schema = z.discriminatedUnion("type", [
	z.object({ type: z.literal("keep"), path: z.string() }),
	z.object({ type: z.literal("take-over") }),
]);

/** What a page asks of the service worker: to keep the page at a path, or to take over from an older build's. */
export type ShellMessage = z.infer<typeof schema>;

/** Null for what only another build's page says. */
export function parseShellMessage(data: unknown): ShellMessage | null {
	const parsed = schema.safeParse(data);
	return parsed.success ? parsed.data : null;
}
