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
	leftWiped: "Nothing of the workshop is kept on this device any more.",
} satisfies typeof german;
