import type { Language } from "../../worksheets/contract/languages.ts";
import { refusal } from "../../worksheets/contract/result.ts";
import { NAMES, type Names, type Person } from "../../worksheets/contract/snapshot.ts";
import type { ParticipantState, SessionState } from "./state.ts";
import { type Decision, step } from "./step.ts";

/**
 * What becomes of people's names when a workshop is over. They stand in one place, the participants of the state: who
 * wrote in a sheet, who came late, who sits in a group is told by ids. What people wrote themselves, a measure's „wer“
 * above all, is content and stays as they wrote it.
 */

const NUMBERED: Record<Language, string> = { de: "Person", en: "Person" };
const TABLE: Record<Language, string> = { de: "Tisch", en: "Table" };
/** What the server itself called somebody who gave no name. */
const HAS_A_NUMBER = /^person \d+$/i;
/** A sign that somebody chose in place of a name is short already. */
const SHORT = 2;

/** Whether `to` tells less of people than `from`, or as much. */
export function isStricter(from: Names, to: Names): boolean {
	return NAMES.indexOf(to) >= NAMES.indexOf(from);
}

/** „A. K.“ for „Anna Kowalski“. */
export function shortened(name: string): string {
	if (HAS_A_NUMBER.test(name) || [...name].length <= SHORT) return name;
	const initials = name.split(/\s+/u).map((word) =>
		word
			.split("-")
			.flatMap((part) => part.match(/\p{L}/u)?.map((letter) => `${letter.toLocaleUpperCase()}.`) ?? [])
			.join("-"),
	);
	return initials.filter((initial) => initial !== "").join(" ");
}

/** Carries out at the end what was set for it; what is only rehearsed does not end. */
export function withNamesOfTheEnd(state: SessionState): SessionState {
	return state.rehearsal === null ? withNames(state, state.workshop.namesAtEnd) : state;
}

/** Takes the names away for good. Refused `wrong-state` before the end, when people still have to find each other. */
export function removeNames(state: SessionState): Decision {
	if (state.workshop.status !== "ended") return refusal("wrong-state", "the workshop has not ended");
	if (state.rehearsal !== null) return refusal("wrong-state", "the workshop is rehearsed");
	return step(withNames(state, "numbered"), { type: "names-changed" });
}

function withNames(state: SessionState, names: Names): SessionState {
	const { workshop } = state;
	if (names === "kept" || isStricter(names, workshop.names)) return state;
	const name = names === "shortened" ? shortName : numberedName;
	let tables = 0;
	const participants = state.participants.map((person, index): ParticipantState => {
		const people = person.people.map((one, at): Person => ({ ...one, name: name(one.name, at, workshop.language) }));
		if (people.length > 0) tables += 1;
		return {
			...person,
			// What a table is called is no person's name, and may hold some.
			name: people.length > 0 ? `${TABLE[workshop.language]} ${tables}` : name(person.name, index, workshop.language),
			people,
		};
	});
	return { ...state, workshop: { ...workshop, names }, participants };
}

function numberedName(_name: string, index: number, language: Language): string {
	return `${NUMBERED[language]} ${index + 1}`;
}

/** A name without a letter in it has no initials. */
function shortName(name: string, index: number, language: Language): string {
	return shortened(name) || numberedName(name, index, language);
}
