import { expect, test } from "vitest";
import { addressKey } from "./client-address.ts";

test.each([
	["192.0.2.7", "192.0.2.7"],
	["::ffff:192.0.2.7", "192.0.2.7"],
	["2001:db8:1:2:3:4:5:6", "2001:db8:1:2"],
	["2001:db8::1", "2001:db8:0:0"],
	["2001:db8:1:2::", "2001:db8:1:2"],
	["::1", "0:0:0:0"],
])("%s counts as %s", (address, key) => {
	expect(addressKey(address)).toBe(key);
});
