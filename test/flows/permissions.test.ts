import { randomBytes } from "node:crypto";
import { describe, expect, test } from "vitest";
import { COMMAND_ROLES } from "../../server/access/can.ts";
import { OPERATIONS } from "../../server/http/operations/all.ts";
import type { Operation } from "../../server/http/operations/operation.ts";
import { COMMAND_TYPES, type CommandType } from "../../worksheets/contract/commands.ts";
import { createdLinkSchema, type LinkRole } from "../../worksheets/contract/links.ts";
import { ROLES, type Role, type Snapshot } from "../../worksheets/contract/snapshot.ts";
import { toGroupWork } from "../harness/group-work.ts";
import { figure } from "../harness/scale.ts";
import { uploaded } from "../harness/upload.ts";
import { callOf, isAboutSheet, type Subjects } from "../permissions/calls.ts";
import { CLEARED_ALREADY, namesThings, SAMPLES, type Things } from "../permissions/commands.ts";
import { found, line, openWorkshop, sharedStage, type Workshop } from "./stage.ts";

/** Every row of docs/permissions.md against a running server: what is not allowed must not happen, and what is must. */

const STATUSES = ["lobby", "running", "ended"] as const;
type Status = (typeof STATUSES)[number];

const current = sharedStage({ environment: { TRUST_PROXY: "1" } });

interface Room extends Subjects {
	workshop: Workshop;
	tokens: Record<Role, string>;
	/** A participant of another group, and a link that was taken back. */
	other: string;
	revoked: string;
	things: Things;
}

const unknownId = () => randomBytes(16).toString("base64url");

/** Two people in two groups, a co-facilitator, an observer, and one of everything that a command can name. */
async function room(status: Status): Promise<Room> {
	const on = current();
	const workshop = await openWorkshop(on, { people: 2 });
	const link = async (role: LinkRole) => {
		const path = `/api/workshops/${workshop.id}/links`;
		const answer = await on.api.call("POST", path, { token: workshop.facilitatorToken, body: { role } });
		const { id, url } = createdLinkSchema.parse(await answer.json());
		return { id, token: new URL(url).hash.slice(1) };
	};
	const [co, watching, spare, gone] = [
		await link("cofacilitator"),
		await link("observer"),
		await link("observer"),
		await link("cofacilitator"),
	];
	await on.api.call("DELETE", `/api/workshops/${workshop.id}/links/${gone.id}`, { token: workshop.facilitatorToken });
	await workshop.run({ type: "workshop.set", details: { series: { name: "Runder Tisch", number: 1 } } });
	const [anna, ben] = workshop.people;
	if (status !== "lobby") {
		await workshop.run(...toGroupWork(2, "group-structures"), { type: "broadcast", text: "Los" });
		await workshop.run({ type: "topic.add", text: "Thema" });
		const asking = await line(on.url, found(anna, "Anna").token);
		await asking.command({ type: "question.ask", text: "Frage" });
	}
	const at = { url: on.url, id: workshop.id, token: workshop.facilitatorToken };
	const material = await uploaded(at, { phase: "group-structures", label: "Blatt", name: "blatt.txt" }, "Text");
	if (status === "ended") await workshop.run({ type: "session.end" });
	const snapshot = await on.api.snapshot(workshop.id, workshop.facilitatorToken);
	const group = snapshot.groups.find(({ members }) => members.includes(found(anna, "Anna").participantId));
	const ownSheet = snapshot.documents.find(({ scope }) => scope.kind === "group" && scope.id === group?.id);
	const own = await on.api.snapshot(workshop.id, found(anna, "Anna").token);
	const alone = own.documents.find(({ scope }) => scope.kind === "participant");
	const things = {
		phase: "group-structures",
		group: group?.id ?? unknownId(),
		participant: found(anna, "Anna").participantId,
		leaver: found(ben, "Ben").participantId,
		document: ownSheet?.id ?? unknownId(),
		turn: { document: alone?.id ?? unknownId(), phase: alone?.phases[0] ?? "welcome" },
		message: snapshot.messages[0]?.id ?? unknownId(),
		question: snapshot.questions[0]?.id ?? unknownId(),
		topic: snapshot.topics[0]?.id ?? unknownId(),
		material: material.id,
	};
	return {
		workshop,
		things,
		document: things.document,
		spareLink: spare.id,
		material: material.id,
		series: snapshot.workshop.series?.id ?? unknownId(),
		tokens: {
			facilitator: workshop.facilitatorToken,
			cofacilitator: co.token,
			observer: watching.token,
			participant: found(anna, "Anna").token,
		},
		other: found(ben, "Ben").token,
		revoked: gone.token,
	};
}

const TYPES = Object.keys(SAMPLES) as CommandType[];
describe.each(STATUSES)("in a workshop that is %s", (status) => {
	test("every command is carried out for the roles in its row, and for no other", { timeout: 120_000 }, async () => {
		expect([...TYPES].sort()).toEqual([...COMMAND_TYPES].sort());
		const [mine, theirs] = [await room(status), await room(status)];
		const wrong: string[] = [];
		let cases = 0;
		const lines = await Promise.all(
			ROLES.map(async (role) => [role, await line(current().url, mine.tokens[role])] as const),
		);
		const before = theirs.workshop.lead.snapshot();
		for (const type of TYPES) {
			for (const [role, client] of lines) {
				const allowed = COMMAND_ROLES[type].includes(role);
				for (const about of [theirs, mine]) {
					const command = SAMPLES[type](about.things);
					const isForeign = about === theirs && namesThings(command);
					if (about === theirs && !isForeign) continue;
					const answer = await client.command(command);
					const code = answer.ok ? "ok" : answer.error.code;
					cases += 1;
					const fits = !allowed
						? code === "forbidden"
						: isForeign
							? ["not-found", "wrong-state", "ended", ...(CLEARED_ALREADY.includes(type) ? ["ok"] : [])].includes(code)
							: !["forbidden", "unauthenticated", "invalid", "malformed", "too-many-requests"].includes(code);
					if (!fits) wrong.push(`${type} by ${role} about ${isForeign ? "theirs" : "mine"}: ${code}`);
				}
			}
		}
		expect(wrong).toEqual([]);
		expect(cases).toBeGreaterThan(TYPES.length * ROLES.length);
		figure("permissions", `commands, ${status}`, String(cases));
		// Who is there and how far sheets are moves by itself.
		const lasting = ({ version: _v, now: _n, progress: _p, participants: _w, ...rest }: Snapshot) => rest;
		expect(lasting(theirs.workshop.lead.snapshot())).toEqual(lasting(before));
	});

	test("every HTTP call is answered to those in its row, and to no other", { timeout: 120_000 }, async () => {
		const [mine, theirs] = [await room(status), await room(status)];
		const wrong: string[] = [];
		let asked = 0;
		async function ask(operation: Operation, about: Room, token: string | undefined): Promise<number> {
			const { method, to, body, headers } = callOf(operation, about);
			asked += 1;
			// Each from an address of its own: failed guesses are counted by client.
			const address = [10, asked >> 16, (asked >> 8) & 255, asked & 255].join(".");
			const options = {
				...(token === undefined ? {} : { token }),
				headers: { ...headers, "X-Forwarded-For": address },
				body,
			};
			const answer = await current().api.call(method, to, options);
			await answer.arrayBuffer();
			return answer.status;
		}
		const isAnswered = (code: number) => code < 400 || [404, 409, 410, 422].includes(code);
		const isMine = async (operation: Operation) => (callOf(operation, mine).once ? await room(status) : mine);
		for (const operation of OPERATIONS) {
			const { who } = operation;
			// The operator's is no workshop's; before the first phase there is no sheet.
			if (who === "operator" || (status === "lobby" && isAboutSheet(operation))) continue;
			const note = (asker: string, code: number, fits: boolean) => {
				if (!fits) wrong.push(`${operation.method} ${operation.path} by ${asker}: ${code}`);
			};
			if (who === "anyone") {
				for (const [asker, token] of [
					["nobody", undefined],
					["a stranger", theirs.tokens.participant],
				] as const) {
					const code = await ask(operation, await isMine(operation), token);
					note(asker, code, isAnswered(code));
				}
				continue;
			}
			for (const [asker, token, expected] of [
				["nobody", undefined, 401],
				["a made-up token", randomBytes(32).toString("base64url"), 401],
				["a link that was taken back", mine.revoked, 401],
				...Object.entries(theirs.tokens).map(([role, token]) => [`their ${role}`, token, 403] as const),
			] as const) {
				const code = await ask(operation, mine, token);
				note(asker, code, code === (operation.hidden ? 404 : expected));
			}
			for (const role of [...ROLES].reverse()) {
				const about = who.includes(role) ? await isMine(operation) : mine;
				const code = await ask(operation, about, about.tokens[role]);
				note(
					role,
					code,
					who.includes(role)
						? isAnswered(code) && !(operation.hidden && code === 404)
						: code === (operation.hidden ? 404 : 403),
				);
			}
			if (isAboutSheet(operation)) {
				const code = await ask(operation, mine, mine.other);
				note("another group's participant", code, code === 403);
			}
		}
		expect(wrong).toEqual([]);
		expect(asked).toBeGreaterThan(150);
		figure("permissions", `HTTP calls, ${status}`, String(asked));
		expect((await current().api.snapshot(theirs.workshop.id, theirs.tokens.facilitator)).workshop.status).toBe(status);
	});
});
