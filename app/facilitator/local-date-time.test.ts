import { expect, test } from "vitest";
import { fromLocalInput, toLocalInput } from "./local-date-time.ts";

test("goes there and back to the minute", () => {
	const time = new Date(2027, 2, 8, 9, 5).getTime();
	expect(toLocalInput(time)).toBe("2027-03-08T09:05");
	expect(fromLocalInput(toLocalInput(time))).toBe(time);
});

test("an empty or broken field is no moment", () => {
	expect(fromLocalInput("")).toBeNull();
	expect(fromLocalInput("2027-13-45T99:99")).toBeNull();
});
