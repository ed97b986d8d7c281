import { expect, test } from "vitest";
import { withoutSoftHyphens } from "./soft-hyphens.ts";

test("takes soft hyphens out of every text and leaves everything else as it is", () => {
	const given = { title: "Kern\u00adergebnisse", rows: ["Maß\u00adnahme", 1, null, { hint: "A-B" }], open: true };
	expect(withoutSoftHyphens(given)).toEqual({
		title: "Kernergebnisse",
		rows: ["Maßnahme", 1, null, { hint: "A-B" }],
		open: true,
	});
	expect(given.title).toContain("\u00ad");
});
