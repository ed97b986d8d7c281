import { type Join, joinSchema } from "../../../worksheets/contract/api.ts";
import { LIMITS } from "../../../worksheets/contract/limits.ts";
import { cleanLine, codePoints } from "../../../worksheets/contract/text.ts";
import { formText } from "../form-text.ts";

export interface JoinValues {
	name: string;
	organisation: string;
	/** The device is used by several people: the cookie ends with the browser. */
	shared: boolean;
}

export type JoinErrors = Partial<Record<"name" | "organisation", "missing" | "too-long">>;

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
	};
	const parsed = joinSchema.safeParse({ name: values.name, organisation: values.organisation });
	if (parsed.success) return { values, errors: {}, input: parsed.data };
	const errors: JoinErrors = {};
	if (cleanLine(values.name) === "") errors.name = "missing";
	else if (isTooLong(values.name)) errors.name = "too-long";
	if (isTooLong(values.organisation)) errors.organisation = "too-long";
	return { values, errors, input: null };
}

function isTooLong(value: string): boolean {
	return codePoints(cleanLine(value)) > LIMITS.nameCodePoints;
}
