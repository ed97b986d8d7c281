import { expect, test } from "vitest";
import type { Person } from "../../../worksheets/contract/snapshot.ts";
import { entryOf, isSame, listedAnew } from "./people-list.ts";

const ada: Person = { id: "ada", name: "Ada" };
const ben: Person = { id: "ben", name: "Ben" };
const cem: Person = { id: "cem", name: "Cem" };
const gone = (person: Person): Person => ({ ...person, left: true });
const names = (entries: readonly { name: string }[]) => entries.map(({ name }) => name);

test("who came in between is added, and what was typed stays", () => {
	const typed = [entryOf(ada), { ...entryOf(ben), name: "Berna" }, { key: "new-1", name: "Dana" }];
	expect(names(listedAnew(typed, [ada, ben], [{ ...ada, name: "Adele" }, ben, cem]))).toEqual([
		"Adele",
		"Berna",
		"Dana",
		"Cem",
	]);
});

test("who went in between is not there, and who was taken off here stays off", () => {
	expect(names(listedAnew([entryOf(ada), entryOf(ben)], [ada, ben], [ada, gone(ben)]))).toEqual(["Ada"]);
	expect(names(listedAnew([entryOf(ada), entryOf(ben)], [ada, ben], [ada]))).toEqual(["Ada"]);
	expect(names(listedAnew([entryOf(ada)], [ada, ben], [ada, ben, cem]))).toEqual(["Ada", "Cem"]);
});

test("who was taken back on either device is there once", () => {
	expect(names(listedAnew([entryOf(ada), entryOf(ben)], [ada, gone(ben)], [ada, cem, gone(ben)]))).toEqual([
		"Ada",
		"Ben",
		"Cem",
	]);
	expect(names(listedAnew([entryOf(ada)], [ada, gone(ben)], [ada, ben]))).toEqual(["Ada", "Ben"]);
	expect(names(listedAnew([entryOf(ada), entryOf(ben)], [ada, gone(ben)], [ada, ben]))).toEqual(["Ada", "Ben"]);
});

test("lists are the same with the same people of the same names", () => {
	expect(isSame([ada, ben], [{ ...ada }, { ...ben }])).toBe(true);
	for (const other of [[ada], [ada, gone(ben)], [ada, { ...ben, name: "Berna" }]]) {
		expect(isSame([ada, ben], other)).toBe(false);
	}
});
