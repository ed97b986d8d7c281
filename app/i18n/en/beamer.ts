import type { Messages } from "../messages.ts";

export const beamer: Messages["facilitator"]["projector"] = {
	title: (p) => `${p.title} – projector`,
	join: "Take part",
	joinHow: "Scan the QR code, or open this address and enter the code:",
	joinLine: (p) => `Join at ${p.address},`,
	joinCode: (p) => `code ${p.code}`,
	qrAlt: "QR code with the join link",
	voted: (p) => `${p.voted} of ${p.eligible} have voted.`,
	groupTimes: "Groups with a time of their own",
	thanks: "Thank you for taking part.",
	nothingYet: "There is nothing here yet.",
	loading: "Loading …",
	lineLost: "The connection is interrupted. This screen goes on by itself.",
	noAccess: "This screen no longer has access. Open it anew from the facilitator’s page.",
};
