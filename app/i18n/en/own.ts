import type { own as german } from "../de/own.ts";

export const own = {
	timerVoice: "Announce the time (screen reader)",
	timerVoices: { all: "all announcements", "last-minute": "last minute only", off: "off" },
	returnLink: "Personal link",
	returnLinkHint: "With this link you return as the same person on another device. Do not pass it on.",
	returnLinkMake: "Create link",
	returnLinkField: "Your personal link",
	leave: "Sign out on this device",
	leaveTitle: "Sign out on this device",
	leaveText:
		"This device forgets the workshop. Your contributions stay in the workshop. Your personal link brings you back.",
	leaveUnsaved: "Careful: this device holds text that is not saved yet. It will be lost if you sign out.",
	leaveNow: "Sign out",
	left: "You have signed out on this device.",
	alreadyHere: {
		title: "You are here already",
		here: {
			participant: (p) => `In this browser you are already taking part in this workshop as “${p.name ?? ""}”.`,
			facilitator: () => "In this browser you are already facilitating this workshop.",
			cofacilitator: () => "In this browser you are already here as a co-facilitator.",
			observer: () => "In this browser you are already here as an observer.",
		},
		coming: {
			participant: (p) => `The link that you opened belongs to “${p.name ?? ""}”.`,
			facilitator: () => "The link that you opened is the facilitator's.",
			cofacilitator: () => "The link that you opened is a co-facilitator's.",
			observer: () => "The link that you opened is an observer's.",
		},
		oneRole:
			"A browser can only hold one role. If you need both at once, open the link in a private window or on another device.",
		stay: {
			participant: (p) => `Go on as “${p.name ?? ""}”`,
			facilitator: () => "Stay facilitator",
			cofacilitator: () => "Stay co-facilitator",
			observer: () => "Stay observer",
		},
		change: {
			participant: (p) => `Change to “${p.name ?? ""}”`,
			facilitator: () => "Change to facilitator",
			cofacilitator: () => "Change to co-facilitator",
			observer: () => "Change to observer",
		},
		backTitle: "How you come back",
		back: {
			participant: (p) =>
				`With this link you are “${p.name ?? ""}” again in any browser. Your worksheet and your notes stay there for you.`,
			facilitator: () => "With this link you facilitate again in any browser.",
			cofacilitator: () => "With this link you are a co-facilitator again in any browser.",
			observer: () => "With this link you are an observer again in any browser.",
		},
		backLink: "Your link back",
		backHint: "Keep it before you change: it is only shown here.",
	},
	leftWiped: "Nothing of the workshop is kept on this device any more.",
} satisfies typeof german;
