import type { Messages } from "../messages.ts";

const nbsp = "\u00a0";
const minutes = (count: number) => `${count}${nbsp}min`;
const span = (seconds: number) =>
	seconds % 60 === 0 && seconds > 0
		? seconds === 60
			? `1${nbsp}minute`
			: `${seconds / 60}${nbsp}minutes`
		: seconds === 1
			? `1${nbsp}second`
			: `${seconds}${nbsp}seconds`;

export const room: Messages["room"] = {
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
	shownLook: "Look at it",
	shownOver: "The facilitator no longer shows anything.",
	show: "Show to everyone",
	showHint: "Everyone can read along then; what the group keeps to itself stays hidden.",
	showWhat: "What is everyone to see?",
	showSheet: "The whole sheet",
	showQuestion: (p) => `Question ${p.number}: ${p.label}`,
	nowShown: "Everyone sees the sheet.",
	hide: "Stop showing",
};
