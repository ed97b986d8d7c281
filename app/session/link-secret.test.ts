import { expect, test } from "vitest";
import { secretFrom } from "./link-secret.ts";

test("takes a secret and leaves anchors alone", () => {
	const secret = `${"A1_-".repeat(10)}xyz`;
	expect(secretFrom(`#${secret}`)).toBe(secret);
	expect(secretFrom("#arbeitsblatt")).toBeNull();
	expect(secretFrom("")).toBeNull();
	expect(secretFrom(`#${secret}&x=1`)).toBeNull();
});
