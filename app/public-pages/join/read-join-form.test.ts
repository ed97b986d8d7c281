import { expect, test } from "vitest";
import { readJoinForm } from "./read-join-form.ts";

function form(fields: Record<string, string>): FormData {
	const data = new FormData();
	for (const [name, value] of Object.entries(fields)) data.set(name, value);
	return data;
}

test("a name is enough", () => {
	const { input, errors } = readJoinForm(form({ name: "  K. M. ", organisation: " " }));
	expect(input).toEqual({ name: "K. M.", organisation: undefined });
	expect(errors).toEqual({});
});

test("a name of invisible characters only is none", () => {
	const { input, errors, values } = readJoinForm(form({ name: "\u200b\u202e", organisation: "Musterstadt" }));
	expect(input).toBeNull();
	expect(errors).toEqual({ name: "missing" });
	expect(values.organisation).toBe("Musterstadt");
});

test("what is too long is said and kept, not cut", () => {
	const long = "x".repeat(81);
	const { errors, values } = readJoinForm(form({ name: long, organisation: long, shared: "on" }));
	expect(errors).toEqual({ name: "too-long", organisation: "too-long" });
	expect(values).toEqual({ name: long, organisation: long, shared: true, people: [] });
});

test("several at one device: as many as were chosen, with the names that were given", () => {
	const fields = { name: "Tisch 3", people: "3", "person-1": " Ada ", "person-3": "Cem", "person-4": "niemand" };
	const { input, values } = readJoinForm(form(fields));
	expect(input?.people).toEqual([{ name: "Ada" }, { name: "" }, { name: "Cem" }]);
	expect(values.people).toEqual([" Ada ", "", "Cem"]);
});

test.each(["1", "13", "-2", "2.5", "viele", ""])("%s is no table", (people) => {
	expect(readJoinForm(form({ name: "Ada", people })).input).not.toHaveProperty("people");
});

test("a name at the table that is too long is said of that one", () => {
	const fields = { name: "Tisch 3", people: "2", "person-2": "x".repeat(81) };
	const { input, errors } = readJoinForm(form(fields));
	expect(input).toBeNull();
	expect(errors).toEqual({ people: [1] });
});
