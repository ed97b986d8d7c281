import { expect, test } from "vitest";
import { isTimeZone, wallTimeToEpoch } from "./wall-time.ts";

test.each([
	["2023-03-08", "09:00", "Europe/Berlin", "2023-03-08T08:00:00Z"],
	["2023-07-08", "09:00", "Europe/Berlin", "2023-07-08T07:00:00Z"],
	["2023-07-08", "00:15", "UTC", "2023-07-08T00:15:00Z"],
	["2023-01-01", "01:00", "Pacific/Auckland", "2022-12-31T12:00:00Z"],
	["2023-01-01", "23:00", "America/Los_Angeles", "2023-01-02T07:00:00Z"],
])("%s %s in %s", (date, time, zone, expected) => {
	expect(wallTimeToEpoch(date, time, zone)).toBe(Date.parse(expected));
});

test("on the days when clocks change, the time on the clock still counts", () => {
	expect(wallTimeToEpoch("2023-03-26", "09:00", "Europe/Berlin")).toBe(Date.parse("2023-03-26T07:00:00Z"));
	expect(wallTimeToEpoch("2023-10-29", "09:00", "Europe/Berlin")).toBe(Date.parse("2023-10-29T08:00:00Z"));
	expect(wallTimeToEpoch("2023-10-29", "02:30", "Europe/Berlin")).toBe(Date.parse("2023-10-29T00:30:00Z"));
});

test("a skipped hour is taken as the hour after it", () => {
	expect(wallTimeToEpoch("2023-03-26", "02:30", "Europe/Berlin")).toBe(Date.parse("2023-03-26T01:30:00Z"));
});

test.each(["2023-02-30", "2023-13-01", "8.3.2023", ""])("%j is no date", (date) => {
	expect(wallTimeToEpoch(date, "09:00", "UTC")).toBeNull();
});

test.each(["25:00", "9:00", ""])("%j is no time", (time) => {
	expect(wallTimeToEpoch("2023-03-08", time, "UTC")).toBeNull();
});

test("knows zones from nonsense", () => {
	expect(isTimeZone("Europe/Berlin")).toBe(true);
	expect(isTimeZone("Middle/Earth")).toBe(false);
});
