import type { Messages } from "../messages.ts";

export const join = {
	documentTitle: (title) => `Join: ${title}`,
	kicker: "You are joining",
	name: "Name or initials",
	nameHint: "Choose freely. The others in the workshop see it.",
	nameMissing: "Enter a name or initials.",
	nameTooLong: (max) => `At most ${max} characters.`,
	organisation: "Municipality or organisation",
	organisationHint: "Helps the facilitator to mix the groups.",
	shared: "This device is shared",
	sharedHint: "You are then signed out as soon as you close the browser.",
	submit: "Join",
	privacy: "Privacy in brief",
	privacyLines: (deleteOn) => [
		"We store your name or initials and what you write into the worksheets.",
		"Only you see your own worksheet; what is written in groups and in the plenary is seen by those involved and the facilitator.",
		`Everything is deleted on ${deleteOn}.`,
	],
	privacyMore: "Full privacy notice",
	when: "When",
	where: "Where",
	deletedOn: (date) => `Will be deleted on ${date}`,
	unknownTitle: "This code does not exist",
	unknownText: "Check the characters or ask the facilitator.",
	otherCode: "Enter another code",
	fullTitle: "All places are taken",
	fullText: "Please contact the facilitator.",
	endedTitle: "This workshop has ended",
	endedText: (deleteOn) =>
		`Joining is no longer possible. Those who took part find the results through their own link until ${deleteOn}. Otherwise ask the facilitator.`,
	refusedTitle: "Joining is not possible at the moment",
	moderatingTitle: "You are facilitating this workshop in this browser",
	moderatingText:
		"A browser can only hold one role. If you join here, you are only a participant; your facilitator link then takes you back. To try things out, use a private window instead.",
	toLead: "To the facilitator's page",
	joinAnyway: "Join here anyway",
} satisfies Messages["join"];
