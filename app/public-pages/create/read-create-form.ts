import type { CreateWorkshop } from "../../../worksheets/contract/api.ts";
import { languageSchema } from "../../../worksheets/contract/language-schemas.ts";
import { LIMITS } from "../../../worksheets/contract/limits.ts";
import { NAMES } from "../../../worksheets/contract/snapshot.ts";
import { cleanLine, codePoints } from "../../../worksheets/contract/text.ts";
import type { Template } from "../../../worksheets/schema/template.ts";
import { DEFAULT_TIME_ZONE } from "../../i18n/time-zone.ts";
import { formText } from "../form-text.ts";
import { isTimeZone, wallTimeToEpoch } from "./wall-time.ts";

/** What was typed, as it was typed. */
export interface CreateValues {
	title: string;
	language: string;
	date: string;
	time: string;
	place: string;
	retentionDays: string;
	namesAtEnd: string;
	/** By phase id. */
	minutes: Record<string, string>;
}

/** Named as the texts in the namespace `create`. */
export type CreateProblem =
	| "titleMissing"
	| "titleTooLong"
	| "languageMissing"
	| "dateInvalid"
	| "dateTooLate"
	| "dateMissing"
	| "timeMissing"
	| "placeTooLong"
	| "retentionInvalid"
	| "minutesInvalid"
	| "passwordMissing"
	| "passwordWrong";

export interface FieldProblem {
	/** The field's id in the page. */
	field: string;
	problem: CreateProblem;
}

export interface CreateForm {
	values: CreateValues;
	problems: FieldProblem[];
	/** Null where there are problems. */
	input: CreateWorkshop | null;
}

export interface CreateRules {
	template: Template;
	/** The operator's upper bound. */
	retentionDays: number;
	passwordNeeded: boolean;
	/** Epoch milliseconds. */
	now: number;
}

const DAY_MS = 86_400_000;

export function minutesField(phase: string): string {
	return `minutes-${phase}`;
}

/** Reads the form of a new workshop. The password is the one value that does not come back. */
export function readCreateForm(form: FormData, rules: CreateRules): CreateForm {
	const values = readValues(form, rules.template);
	const password = formText(form, "password");
	const zone = formText(form, "timeZone");
	const problems: FieldProblem[] = [];
	const complain = (field: string, problem: CreateProblem) => problems.push({ field, problem });

	const title = cleanLine(values.title);
	if (title === "") complain("title", "titleMissing");
	else if (codePoints(title) > LIMITS.titleCodePoints) complain("title", "titleTooLong");

	const language = languageSchema.safeParse(values.language);
	if (!language.success || !rules.template.languages.includes(language.data)) complain("language", "languageMissing");

	const startsAt = readStart(values, isTimeZone(zone) ? zone : DEFAULT_TIME_ZONE, complain);

	const place = cleanLine(values.place);
	if (codePoints(place) > LIMITS.placeCodePoints) complain("place", "placeTooLong");

	const retentionDays = wholeNumber(values.retentionDays, rules.retentionDays);
	if (retentionDays === null) complain("retentionDays", "retentionInvalid");

	const minutes: Record<string, number> = {};
	for (const phase of rules.template.phases) {
		const length = wholeNumber(values.minutes[phase.id] ?? "", LIMITS.phaseMinutes);
		if (length === null) complain(minutesField(phase.id), "minutesInvalid");
		else minutes[phase.id] = length;
	}

	// What never ends is erased so many days after its creation: nobody should plan for a day after that.
	const kept = (retentionDays ?? rules.retentionDays) * DAY_MS;
	if (startsAt !== undefined && startsAt > rules.now + kept) complain("date", "dateTooLate");

	if (rules.passwordNeeded && password === "") complain("password", "passwordMissing");

	if (problems.length > 0 || retentionDays === null || !language.success) return { values, problems, input: null };
	const input: CreateWorkshop = {
		template: rules.template.id,
		title,
		language: language.data,
		startsAt,
		place,
		minutes,
		retentionDays,
		namesAtEnd: NAMES.find((known) => known === values.namesAtEnd) ?? "kept",
		...(password === "" ? {} : { password }),
	};
	return { values, problems, input };
}

function readValues(form: FormData, template: Template): CreateValues {
	return {
		title: formText(form, "title"),
		language: formText(form, "language"),
		date: formText(form, "date"),
		time: formText(form, "time"),
		place: formText(form, "place"),
		retentionDays: formText(form, "retentionDays"),
		namesAtEnd: formText(form, "namesAtEnd"),
		minutes: Object.fromEntries(template.phases.map(({ id }) => [id, formText(form, minutesField(id))])),
	};
}

function readStart(
	{ date, time }: CreateValues,
	timeZone: string,
	complain: (field: string, problem: CreateProblem) => void,
): number | undefined {
	if (date === "" && time === "") return undefined;
	if (date === "") complain("date", "dateMissing");
	else if (time === "") complain("time", "timeMissing");
	else {
		const startsAt = wallTimeToEpoch(date, time, timeZone);
		if (startsAt !== null) return startsAt;
		complain("date", "dateInvalid");
	}
	return undefined;
}

function wholeNumber(typed: string, max: number): number | null {
	const trimmed = typed.trim();
	if (!/^\d{1,5}$/.test(trimmed)) return null;
	const value = Number(trimmed);
	return value >= 1 && value <= max ? value : null;
}
