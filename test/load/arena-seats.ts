import type { Joined } from "../../worksheets/contract/api.ts";
import { apiClient } from "../harness/api.ts";
import { connectSession } from "../harness/session-client.ts";
import type { Seat } from "./client.ts";
import type { Seats } from "./contenders.ts";
import { WRITERS } from "./script.ts";

/** As many as a workshop takes. */
const PEOPLE = 300;
const GROUPS = 60;
/** Joins asked for at once. */
const AT_ONCE = 20;
const STEPS_TO_GROUP_WORK = ["welcome", "check-in", "must-want"];

/** Real workshops with people who joined through the API and groups that the facilitator made. */
export class ArenaSeats implements Seats {
	readonly #port: number;

	constructor(port: number) {
		this.#port = port;
	}

	async take(count: number, people = WRITERS): Promise<Seat[][]> {
		const perWorkshop = Math.min(GROUPS, Math.floor(PEOPLE / people));
		const seats: Seat[][] = [];
		while (seats.length < count) {
			seats.push(...(await this.#workshop(Math.min(perWorkshop, count - seats.length), people)));
		}
		return seats;
	}

	async #workshop(groups: number, people: number): Promise<Seat[][]> {
		const url = `http://127.0.0.1:${this.#port}`;
		const api = apiClient(url);
		const { code, facilitatorToken } = await api.create({ template: "must-want-can" });
		const joined: Joined[] = [];
		while (joined.length < groups * people) {
			const some = Array.from({ length: Math.min(AT_ONCE, groups * people - joined.length) }, (_, index) =>
				api.join(code, `Person ${joined.length + index + 1}`),
			);
			joined.push(...(await Promise.all(some)));
		}
		await using lead = await connectSession(url, facilitatorToken);
		const commands = [
			{ type: "groups.create", count: groups },
			{ type: "groups.assign", strategy: "random" },
			{ type: "session.start" },
			...STEPS_TO_GROUP_WORK.map((phase) => ({ type: "phase.go", phase })),
		];
		for (const command of commands) {
			const answer = await lead.command(command);
			if (!answer.ok) throw new Error(`${command.type} was refused: ${answer.error.code}`);
		}
		const tokens = new Map(joined.map(({ participantId, token }) => [participantId, token]));
		const snapshot = await lead.until(({ documents }) => documents.some(({ scope }) => scope.kind === "group"));
		return snapshot.groups.map(({ id, members }) => {
			const document = snapshot.documents.find(({ scope }) => scope.kind === "group" && scope.id === id)?.id;
			if (document === undefined || members.length !== people) throw new Error("a group is not as it was asked for");
			return members.map((member) => ({
				port: this.#port,
				path: `/sync/${document}`,
				document,
				token: tokens.get(member) ?? null,
				protocol: "y-websocket" as const,
			}));
		});
	}
}
