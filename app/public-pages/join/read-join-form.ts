import { type Join, joinSchema } from "../../../worksheets/contract/api.ts";
import { LIMITS } from "../../../worksheets/contract/limits.ts";
import { cleanLine, codePoints } from "../../../worksheets/contract/text.ts";
import { formText } from "../form-text.ts";
import { personField } from "./person-field.ts";

export interface JoinValues {
	name: string;
	organisation: string;
	/** The device is used by several people: the cookie ends with the browser. */
	shared: boolean;
	/** The names of those who sit at this device, as many as there are; one alone is none. */
	people: string[];
}

export type JoinErrors = Partial<Record<"name" | "organisation", "missing" | "too-long">> & {
	/** Places in `people` whose names are too long. */
	people?: number[];
};

export interface JoinForm {
	values: JoinValues;
	errors: JoinErrors;
	/** Null where there are errors. */
	input: Join | null;
}

/** Reads what was typed on the join page; the values come back as they were, so that nothing has to be typed again. */
export function readJoinForm(form: FormData): JoinForm {
	const values = {
		name: formText(form, "name"),
		organisation: formText(form, "organisation"),
		shared: form.get("shared") !== null,
		people: namesAtTable(form),
	};
	const { name, organisation } = values;
	const people = values.people.length === 0 ? {} : { people: values.people.map((one) => ({ name: one })) };
	const parsed = joinSchema.safeParse({ name, organisation, ...people });
	if (parsed.success) return { values, errors: {}, input: parsed.data };
	const errors: JoinErrors = {};
	if (cleanLine(values.name) === "") errors.name = "missing";
	else if (isTooLong(values.name)) errors.name = "too-long";
	if (isTooLong(values.organisation)) errors.organisation = "too-long";
	const long = values.people.flatMap((one, index) => (isTooLong(one) ? [index] : []));
	if (long.length > 0) errors.people = long;
	return { values, errors, input: null };
}

/** How many there are is one field, what they are called one each. */
function namesAtTable(form: FormData): string[] {
	const count = Number(formText(form, "people"));
	if (!Number.isInteger(count) || count < 2 || count > LIMITS.peopleAtTable) return [];
	return Array.from({ length: count }, (_, index) => formText(form, personField(index)));
}

function isTooLong(value: string): boolean {
	return codePoints(cleanLine(value)) > LIMITS.nameCodePoints;
}
