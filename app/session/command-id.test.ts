import { expect, test } from "vitest";
import { commandIdSchema } from "../../worksheets/contract/ids.ts";
import { newCommandId } from "./command-id.ts";

test("makes ids that the session accepts, never the same twice", () => {
	const ids = Array.from({ length: 200 }, newCommandId);
	for (const id of ids) {
		expect(commandIdSchema.safeParse(id).success).toBe(true);
		expect(id[14]).toBe("4");
	}
	expect(new Set(ids).size).toBe(200);
});
