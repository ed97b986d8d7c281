import { expect, test } from "vitest";
import { type Template, templateSchema } from "../../../worksheets/schema/template.ts";
import { readCreateForm } from "./read-create-form.ts";

const text = (value: string) => ({ de: value, en: value });

const template: Template = templateSchema.parse({
	kind: "template",
	id: "example",
	version: 1,
	title: text("Beispiel"),
	description: text("Ein Beispiel"),
	languages: ["de"],
	phases: [
		{ id: "hello", title: text("Ankommen"), kind: "plenary", minutes: 15, assignment: text("Kommen Sie an.") },
		{ id: "work", title: text("Arbeiten"), kind: "group", minutes: 45, assignment: text("Arbeiten Sie.") },
	],
});

const rules = { template, retentionDays: 90, passwordNeeded: false, now: Date.UTC(2023, 1, 8) };

const complete = {
	title: "Netzwerke überprüfen",
	language: "de",
	date: "2023-03-08",
	time: "09:00",
	place: "Rathaus",
	retentionDays: "30",
	namesAtEnd: "shortened",
	"minutes-hello": "10",
	"minutes-work": "50",
	timeZone: "UTC",
};

function form(fields: Record<string, string>): FormData {
	const data = new FormData();
	for (const [name, value] of Object.entries(fields)) data.set(name, value);
	return data;
}

test("a complete form becomes the request of the contract", () => {
	expect(readCreateForm(form(complete), rules).input).toEqual({
		template: "example",
		title: "Netzwerke überprüfen",
		language: "de",
		startsAt: Date.UTC(2023, 2, 8, 9),
		place: "Rathaus",
		minutes: { hello: 10, work: 50 },
		retentionDays: 30,
		namesAtEnd: "shortened",
	});
});

test("who says nothing of names keeps them", () => {
	expect(readCreateForm(form({ ...complete, namesAtEnd: "" }), rules).input).toMatchObject({ namesAtEnd: "kept" });
});

test("date and place may wait", () => {
	const { input } = readCreateForm(form({ ...complete, date: "", time: "", place: "" }), rules);
	expect(input).toMatchObject({ startsAt: undefined, place: "" });
});

test("without a zone from the browser, times are German", () => {
	const { input } = readCreateForm(form({ ...complete, timeZone: "" }), rules);
	expect(input?.startsAt).toBe(Date.UTC(2023, 2, 8, 8));
});

test("every problem names its field and all that was typed comes back", () => {
	const typed = {
		...complete,
		title: " ",
		language: "en",
		time: "",
		place: "x".repeat(201),
		retentionDays: "91",
		"minutes-work": "0",
	};
	const { input, problems, values } = readCreateForm(form(typed), { ...rules, passwordNeeded: true });
	expect(input).toBeNull();
	expect(problems).toEqual([
		{ field: "title", problem: "titleMissing" },
		{ field: "language", problem: "languageMissing" },
		{ field: "time", problem: "timeMissing" },
		{ field: "place", problem: "placeTooLong" },
		{ field: "retentionDays", problem: "retentionInvalid" },
		{ field: "minutes-work", problem: "minutesInvalid" },
		{ field: "password", problem: "passwordMissing" },
	]);
	expect(values).toMatchObject({ title: " ", date: "2023-03-08", minutes: { hello: "10", work: "0" } });
});

test("a date that does not exist is refused", () => {
	const { problems } = readCreateForm(form({ ...complete, date: "2023-02-30" }), rules);
	expect(problems).toEqual([{ field: "date", problem: "dateInvalid" }]);
});

test("a date after the workshop's own erasure is refused", () => {
	const { problems } = readCreateForm(form({ ...complete, retentionDays: "20" }), rules);
	expect(problems).toEqual([{ field: "date", problem: "dateTooLate" }]);
});

test("the password travels on, but not back", () => {
	const { input, values } = readCreateForm(form({ ...complete, password: "geheim" }), rules);
	expect(input?.password).toBe("geheim");
	expect(JSON.stringify(values)).not.toContain("geheim");
});
