import type { Messages } from "../messages.ts";

const nbsp = "\u00a0";
const minutes = (count: number) => `${count}${nbsp}min`;
/** To the minute where there are more than two. */
const span = (seconds: number) => {
	const whole = Math.ceil(seconds / 60);
	if (seconds > 120 || (seconds > 0 && seconds % 60 === 0))
		return whole === 1 ? `1${nbsp}minute` : `${whole}${nbsp}minutes`;
	return seconds === 1 ? `1${nbsp}second` : `${seconds}${nbsp}seconds`;
};

export const room: Messages["room"] = {
	offers: "Materials",
	allMaterials: "All materials",
	conference: "Video conference",
	newTab: "(opens a new tab)",
	leadsAway: "The links lead to other sites and open in a new tab. Arena stays open here.",

	recall: "Bring back …",
	recallTitle: "Bring everyone back",
	recallHint: "Everyone sees how much time is left. Then the phase begins for all; whoever is writing is asked first.",
	recallTo: "To which phase?",
	recallIn: "When?",
	recallSpan: (p) => (p.seconds === 0 ? "At once" : `In ${span(p.seconds)}`),
	recallNow: "Bring back now",
	recallStart: "Announce bringing back",
	recallOn: (p) => `Everyone is coming back: ${p.phase}`,
	recallLeft: (p) => `Bringing everyone back in ${span(p.seconds)}`,
	recallDue: "We are about to go on",
	recallSaid: (p) => `The facilitator brings everyone back in ${span(p.seconds)}. Then: ${p.phase}`,
	recallCancel: "Cancel bringing back",
	recallCancelled: "Bringing everyone back was cancelled.",

	lock: "Lock editing …",
	lockTitle: "Lock or open worksheets",
	lockHint: "Locked sheets can still be read. Participants’ own sheets stay open.",
	lockPhase: "Which phase?",
	lockGroup: "Which group?",
	allGroups: "All groups and the plenary",
	lockCount: (p) =>
		p.all === 0
			? "There is no shared sheet here yet."
			: p.all === 1
				? `The sheet is ${p.locked === 1 ? "locked" : "open"}.`
				: `${p.locked} of ${p.all} sheets are locked.`,
	lockNow: "Lock",
	unlockNow: "Open",
	nowLocked: "The sheets are locked.",
	nowOpen: "The sheets are open.",

	messages: "Messages",
	noMessages: "No messages yet.",
	sender: { facilitator: "Facilitator", cofacilitator: "Co-facilitator" },
	messageToAll: "to everyone",
	messageToGroup: (p) => `to ${p.group}`,
	pinned: "pinned",
	unpin: "Unpin",
	unpinThis: (p) => `Unpin: ${p.text}`,

	coming: "Coming soon",
	comingSaid: "Promised: coming soon",

	topics: "Parking lot",
	topicsHint: "What has no place today but should not be lost. Everyone sees the list; it stands in every download.",
	noTopics: "No topic yet.",
	topicText: "Topic",
	topicAdd: "Put into the parking lot",
	topicAdded: "The topic is saved.",
	topicDone: "done",
	topicDoneNow: "Mark as done",
	topicDoneThis: (p) => `Mark as done: ${p.text}`,
	topicReopen: "Reopen",
	topicReopenThis: (p) => `Reopen: ${p.text}`,
	topicRemove: "Remove",
	topicRemoveThis: (p) => `Remove: ${p.text}`,
	topicRemoved: "The topic is removed.",
	count: (p) => `${p.what} (${p.count})`,

	textEmpty: "Write something into the field.",
	textLong: (p) => `${p.count} of at most ${p.max} characters. Please shorten the text.`,

	questions: "Questions to the facilitator",
	ask: "Question to the facilitator",
	askHint: "Only the facilitator and you see the question.",
	askText: "Your question",
	askSend: "Ask",
	asked: "Your question has reached the facilitator.",
	askedOpen: "Still open:",
	askWithdraw: "Take back",
	askWithdrawThis: (p) => `Take back: ${p.text}`,
	askFull: (p) => `You have ${p.max} open questions already. Please wait for an answer.`,
	questionArrived: (p) => `New question: ${p.from}`,
	questionSince: (p) => (p.minutes < 1 ? "just now" : `${minutes(p.minutes)} ago`),
	questionDone: "Answered",
	questionDoneThis: (p) => `Answered: ${p.text}`,
	questionPark: "Put into the parking lot",
	questionParkThis: (p) => `Put into the parking lot: ${p.text}`,

	back: "I am back",
	backSaid: "You have said that you are back.",
	backCount: (p) => `${p.back} of ${p.all} are back`,

	shown: (p) => `The facilitator shows everyone: ${p.what}`,
	shownBy: (p) => `Everyone sees: ${p.what}`,
	shownViews: {
		heatmap: "Heatmap of the groups",
		distribution: "Distribution of the ratings",
		units: "Heatmap of the municipalities",
	},
	shownLook: "Look at it",
	shownOver: "The facilitator no longer shows anything.",
	show: "Show to everyone",
	showHint: "Everyone can read along then; what the group keeps to itself stays hidden.",
	showWhat: "What is everyone to see?",
	showSheet: "The whole sheet",
	showQuestion: (p) => `Question ${p.number}: ${p.label}`,
	nowShown: "Everyone sees the sheet.",
	hide: "Stop showing",

	door: "Who comes in with the code?",
	doorHint: "Whoever is in stays in.",
	newDate: (p: { date: string; before: string }) =>
		`New date: everything will be deleted on ${p.date}, not on ${p.before}.`,
	doorIs: { open: "Door: open", waiting: "Door: you let people in", closed: "Door: closed" },
	doorTo: {
		open: "Everyone, at once",
		waiting: "Newcomers wait until you let them in",
		closed: "Nobody else",
	},
	waiting: "At the door",
	waits: (p) => `${p.name} waits at the door`,
	admit: "Let in",
	admitThis: (p) => `Let in: ${p.name}`,
	admitAll: "Let everyone in",
	sendAway: "Turn away",
	sendAwayThis: (p) => `Turn away: ${p.name}`,
	moreAbout: "More …",
	aboutPerson: (p) => `More about ${p.name}`,
	isMuted: "reads only",
	muteTitle: "Stop writing",
	muteText: (p) => `${p.name} then reads everything and writes only in their own worksheet. They are told so.`,
	unmuteText: (p) => `${p.name} only reads at the moment.`,
	mute: "Stop writing",
	unmute: "Let them write again",
	muted: (p) => `${p.name} only reads from now on.`,
	unmuted: (p) => `${p.name} can write again.`,
	removeTitle: "Remove from the workshop",
	removeWhat: "Their access ends at once. What they wrote stays, with their name.",
	remove: "Remove from the workshop …",
	removeText: (p) => `${p.name}’s access ends at once and for good. They are told so; their contributions stay.`,
	removeHint: "They could join anew with the join code. Closing the door prevents that.",
	removeNot: "Keep them in",
	removeNow: "Remove now",
	removed: (p) => `${p.name} is no longer in the workshop.`,
	renewCode: "Renew the code …",
	renewCodeTitle: "Renew the join code?",
	renewCodeText:
		"The code of before, its link and its QR picture lead nowhere then, in invitations too. Whoever is in stays in.",
	renewCodeNow: "Renew the code",
	codeRenewed: "The join code is a new one.",

	atTheDoor: (p) => `Hello, ${p.name}`,
	atTheDoorText: "The facilitator will let you in shortly. This page opens by itself then.",
	atTheDoorOver: "The workshop has ended.",
	youAreMuted:
		"The facilitator has stopped your writing in shared worksheets. You can read everything; your own worksheet and questions to the facilitator stay open.",
	youAreUnmuted: "You can write everywhere again.",

	notes: "Private notes",
	notesHint: "Only you see them, not even the facilitator. They are in your download.",
	notesNone: "You have taken no notes.",
	notesOpen: "Open notes",
};
