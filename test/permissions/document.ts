import type { Actor } from "../../server/access/actor.ts";
import { COMMAND_ROLES, can } from "../../server/access/can.ts";
import { OPERATIONS } from "../../server/http/operations/all.ts";
import type { Operation } from "../../server/http/operations/operation.ts";
import { cofacilitator, facilitator, observer, participant, Run } from "../../server/session/testing/workshop.ts";
import { COMMAND_TYPES, type CommandType } from "../../worksheets/contract/commands.ts";
import { ROLES, type Role } from "../../worksheets/contract/snapshot.ts";

/** Where the role alone does not decide. */
const BOUNDS: Partial<Record<CommandType, string>> = {
	"groups.join": "where the choice is open",
	"worksheet.lock": "never a participant's own sheet",
	"worksheet.unlock": "never a participant's own sheet",
	"spotlight.show": "never a participant's own sheet",
	"rating.reveal": "participants: their own group's sheet; never a participant's own",
	"rating.reopen": "participants: their own group's sheet; never a participant's own",
	"workshop.set":
		"the days until erasure, what becomes of names and what participants take along: the facilitator alone",
	"people.set": "those at their own device",
	"turn.pass": "their own device's sheets",
	"help.clear": "participants: their own group's calls",
	"question.clear": "participants: their own",
};

const YES = "yes";
const NO = "–";

const row = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
	return [row(head), row(head.map(() => "---")), ...rows.map(row)].join("\n");
}

function commands(): string {
	const line = (type: CommandType) => [
		`\`${type}\``,
		...ROLES.map((role) => (COMMAND_ROLES[type].includes(role) ? YES : NO)),
		BOUNDS[type] ?? "",
	];
	return table(["Command", ...ROLES, "Within"], COMMAND_TYPES.map(line));
}

function calls(): string {
	const may = ({ who }: Operation, role: Role | null): string => {
		if (who === "operator") return NO;
		return who === "anyone" || (role !== null && who.includes(role)) ? YES : NO;
	};
	const line = (operation: Operation) => [
		`\`${operation.method.toUpperCase()} ${operation.path}\``,
		...ROLES.map((role) => may(operation, role)),
		operation.who === "operator" ? "the operator" : may(operation, null),
	];
	return table(["Call", ...ROLES, "without a token"], OPERATIONS.map(line));
}

/** Asked of the one function that decides, in a small workshop. */
function sheets(): string {
	const run = new Run();
	const [anna = "", ben = ""] = run.join(2);
	run.do({ type: "groups.create", count: 2 });
	run.do({ type: "groups.move", participant: anna, group: run.group(0) });
	run.do({ type: "groups.move", participant: ben, group: run.group(1) });
	run.do({ type: "session.start" });
	for (const phase of ["own", "round-1", "results", "pause"]) run.do({ type: "phase.go", phase });
	const people: [string, Actor][] = [
		["facilitator", facilitator],
		["cofacilitator", cofacilitator],
		["observer", observer],
		["whose it is", participant(anna)],
		["another participant", participant(ben)],
	];
	const scopes: [string, string | undefined][] = [
		["participant", anna],
		["group", run.group(0)],
		["plenary", undefined],
	];
	const lines = () =>
		scopes.map(([kind, owner]) => {
			const id = run.state.documents.find(({ scope }) => scope.kind === kind && scope.id === owner)?.id ?? "";
			return people.map(([, actor]) => {
				const access = can(run.state, actor, { to: "open", document: id });
				return access.ok ? access.value : NO;
			});
		});
	const running = lines();
	run.do({ type: "session.end" });
	const ended = lines();
	const names = { participant: "a participant's own", group: "a group's", plenary: "the plenary's" };
	const named = (when: string, rows: string[][]) =>
		scopes.map(([kind], index) => [`${names[kind as keyof typeof names]}, ${when}`, ...(rows[index] ?? [])]);
	return table(["Sheet", ...people.map(([name]) => name)], [...named("open", running), ...named("ended", ended)]);
}

/** `docs/permissions.md`, made from the tables that the server itself asks. */
export function permissionsDocument(): string {
	return `# Who may do what

Made by \`npm run permissions\` from the tables that the server asks (\`server/access/can.ts\`, \`server/http/operations\`); not to be changed by hand. \`test/flows/permissions.test.ts\` tries every line against a running server, with every role, with tokens of another workshop and of a link that was taken back, before the start, while it runs and after the end.

A token is good for its own workshop. About any other, HTTP answers 403, a sheet's line closes with 4403 or 4404, and a command can only name things of its own workshop. A token that is unknown or was taken back is 401, a missing one too.

## Commands

Over the session's socket. After the end all of them are refused, but for \`workshop.set\` with the days until erasure or what participants take along, and \`units.reveal\`, \`units.hide\` and \`names.remove\`, which goes through only then.

${commands()}

## HTTP calls

What a call answers to a role is that role's view; a sheet is for whoever may open it.

${calls()}

## Sheets

A group's sheets are read by everybody in a phase that lays them open, and while one is shown to the whole room; after the end, those that were ever laid open stay so. A sheet that is locked is only read.

${sheets()}
`;
}
