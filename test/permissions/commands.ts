import type { Command, CommandType } from "../../worksheets/contract/commands.ts";

/** What commands name, of one workshop. */
export interface Things {
	phase: string;
	group: string;
	participant: string;
	/** Somebody whom nobody misses. */
	leaver: string;
	/** A group's sheet. */
	document: string;
	/** The participant's own sheet, and a phase that uses it. */
	turn: { document: string; phase: string };
	message: string;
	question: string;
	topic: string;
	/** An uploaded file. */
	material: string;
}

/** One of each command: a new one does not compile without a line here. */
export const SAMPLES: { [Type in CommandType]: (things: Things) => Extract<Command, { type: Type }> } = {
	"session.start": () => ({ type: "session.start" }),
	"phase.go": ({ phase }) => ({ type: "phase.go", phase }),
	"phase.undo": () => ({ type: "phase.undo" }),
	"timer.start": ({ group }) => ({ type: "timer.start", group }),
	"timer.pause": ({ group }) => ({ type: "timer.pause", group }),
	"timer.extend": ({ group }) => ({ type: "timer.extend", ms: 60_000, group }),
	"timer.follow": ({ group }) => ({ type: "timer.follow", group }),
	// Before people are seated anew: it is the group that they sit in.
	"help.clear": ({ group }) => ({ type: "help.clear", group }),
	"groups.create": () => ({ type: "groups.create", count: 2 }),
	"groups.assign": () => ({ type: "groups.assign", strategy: "random" }),
	"groups.keep": ({ phase }) => ({ type: "groups.keep", phase }),
	"groups.move": ({ participant, group }) => ({ type: "groups.move", participant, group }),
	"groups.set": ({ group }) => ({ type: "groups.set", group, name: "Tisch" }),
	"groups.seat": () => ({ type: "groups.seat", seats: [{ name: "Cora", group: 0 }] }),
	"groups.join": ({ group }) => ({ type: "groups.join", group }),
	"worksheet.lock": ({ document }) => ({ type: "worksheet.lock", document }),
	"worksheet.unlock": ({ document }) => ({ type: "worksheet.unlock", document }),
	"sheets.lock": ({ group }) => ({ type: "sheets.lock", locked: false, group }),
	"spotlight.show": ({ document }) => ({ type: "spotlight.show", document }),
	"plenary.show": () => ({ type: "plenary.show", view: "heatmap", worksheet: "structure-sustainability" }),
	"plenary.withdraw": () => ({ type: "plenary.withdraw", view: "heatmap", worksheet: "structure-sustainability" }),
	"spotlight.hide": () => ({ type: "spotlight.hide" }),
	"recall.start": () => ({ type: "recall.start", ms: 600_000 }),
	"recall.cancel": () => ({ type: "recall.cancel" }),
	"vote.close": ({ document }) => ({ type: "vote.close", document }),
	"vote.reopen": ({ document }) => ({ type: "vote.reopen", document }),
	"rating.reveal": ({ document }) => ({ type: "rating.reveal", document, question: "stand" }),
	"rating.reopen": ({ document }) => ({ type: "rating.reopen", document, question: "stand" }),
	"units.reveal": () => ({ type: "units.reveal" }),
	"units.hide": () => ({ type: "units.hide" }),
	broadcast: ({ group }) => ({ type: "broadcast", text: "Guten Tag", group }),
	"message.unpin": ({ message }) => ({ type: "message.unpin", message }),
	"help.raise": () => ({ type: "help.raise" }),
	"help.answer": ({ participant }) => ({ type: "help.answer", participant }),
	"question.ask": () => ({ type: "question.ask", text: "Wie lange noch?" }),
	"question.clear": ({ question }) => ({ type: "question.clear", question }),
	"participant.back": () => ({ type: "participant.back" }),
	"material.remove": ({ material }) => ({ type: "material.remove", material }),
	"notes.open": () => ({ type: "notes.open" }),
	"measures.open": () => ({ type: "measures.open" }),
	"synthesis.open": () => ({ type: "synthesis.open" }),
	"people.set": ({ participant }) => ({ type: "people.set", people: [{ id: participant, name: "" }, { name: "" }] }),
	"turn.pass": ({ turn }) => ({ type: "turn.pass", ...turn }),
	"participant.mute": ({ participant }) => ({ type: "participant.mute", participant, muted: false }),
	"participant.remove": ({ leaver }) => ({ type: "participant.remove", participant: leaver }),
	"participant.admit": ({ participant }) => ({ type: "participant.admit", participant }),
	"names.remove": () => ({ type: "names.remove" }),
	"door.set": () => ({ type: "door.set", door: "open" }),
	"code.renew": () => ({ type: "code.renew" }),
	"topic.add": () => ({ type: "topic.add", text: "Später" }),
	"topic.done": ({ topic }) => ({ type: "topic.done", topic, done: true }),
	"topic.remove": ({ topic }) => ({ type: "topic.remove", topic }),
	"alarm.clear": ({ document }) => ({ type: "alarm.clear", document }),
	"workshop.set": () => ({ type: "workshop.set", details: { title: "Umbenannt" } }),
	"plan.add": () => ({ type: "plan.add", kind: "break", after: null, title: "Pause", minutes: 5 }),
	"plan.change": ({ phase }) => ({ type: "plan.change", phase, patch: { minutes: 7 } }),
	"plan.move": ({ phase }) => ({ type: "plan.move", phase, to: 0 }),
	"plan.remove": ({ phase }) => ({ type: "plan.remove", phase }),
	"plan.restore": ({ phase }) => ({ type: "plan.restore", phase }),
	// Last: after it there is little left to try.
	"session.end": () => ({ type: "session.end" }),
};

/** What is not there is cleared already: nothing is done, and that is no mistake. */
export const CLEARED_ALREADY: readonly CommandType[] = ["question.clear", "alarm.clear"];

/** Whether a command names a thing that another workshop has under another id. */
export function namesThings(command: Command): boolean {
	return ["group", "participant", "document", "message", "question", "topic", "material"].some(
		(name) => name in command,
	);
}
