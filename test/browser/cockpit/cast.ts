import type { Page } from "playwright-core";
import { onTestFinished } from "vitest";
import type { Joined } from "../../../worksheets/contract/api.ts";
import type { Snapshot } from "../../../worksheets/contract/snapshot.ts";
import { found } from "../../flows/stage.ts";
import type { Person } from "../../harness/browser.ts";
import { connectSession, type SessionClient } from "../../harness/session-client.ts";
import type { House, Room } from "../house.ts";

/** The workshop that the acts play: who is in it, and what they all speak of. */

export const GROUPS = 6;
export const PEOPLE = 24;
/** When one has had to go and a table of two has come. */
export const HEADS = 25;
export const THREAT = /Was gefährdet sie/;
/** The field behind that question. */
export const FIELD = "at-risk";
export const GROUP_PHASE = "Gruppenphase 1: Stand und Perspektiven";
/** What a group's first line says in that field. */
export const wordOf = (name: string) => `Wort von ${name}`;

/** A slow machine gets this long, in milliseconds, for what a page comes to show. */
export const PATIENT = { timeout: 20_000 };

/** Somebody for whom a browser would add nothing: the session's line, and the sheet of their group. */
export interface Light extends Joined {
	name: string;
	line: SessionClient;
}

export interface Cast {
	arena: House;
	room: Room;
	/** The facilitator's browser. */
	desk: Person;
	/** Somebody who steers as well, and somebody who watches, each by a link of their own. */
	second: Person;
	observer: Person;
	/** On the wall. */
	projector: Page;
	seats: { anna: Person & Joined; bilal: Person & Joined; carla: Person & Joined };
	lights: readonly Light[];
}

export async function light(
	arena: House,
	code: string,
	name: string,
	organisation: string,
	people?: { name?: string }[],
): Promise<Light> {
	const joined = await arena.api.join(code, name, organisation, people);
	const line = await connectSession(arena.url, joined.token);
	onTestFinished(() => line[Symbol.asyncDispose]());
	return { ...joined, name, line };
}

/** Resolves when everybody without a browser has heard it. */
export async function everywhere({ lights }: Cast, met: (snapshot: Snapshot) => boolean): Promise<void> {
	await Promise.all(lights.map(({ line }) => line.until(met)));
}

export const pagesOf = ({ seats }: Cast): Page[] => Object.values(seats).map(({ page }) => page);

export function groupOf({ groups }: Pick<Snapshot, "groups">, { participantId }: Joined) {
	return found(
		groups.find(({ members }) => members.includes(participantId)),
		"group",
	);
}

/** The sheet that a group works at now. */
export function sheetOf({ documents }: Snapshot, group: string) {
	return found(
		documents.find(({ scope }) => scope.id === group),
		"sheet of the group",
	);
}
