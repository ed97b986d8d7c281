import { LIMITS } from "../../../worksheets/contract/limits.ts";
import type { Messages } from "../../i18n/messages.ts";
import type { CreateProblem } from "./read-create-form.ts";

/** The sentence for what is wrong with a field. `retentionDays`: the operator's upper bound. */
export function problemText(problem: CreateProblem, create: Messages["create"], retentionDays: number): string {
	switch (problem) {
		case "titleTooLong":
			return create.tooLong(LIMITS.titleCodePoints);
		case "placeTooLong":
			return create.tooLong(LIMITS.placeCodePoints);
		case "retentionInvalid":
			return create.retentionInvalid(retentionDays);
		case "minutesInvalid":
			return create.minutesInvalid(LIMITS.phaseMinutes);
		default:
			return create[problem];
	}
}
