import type { Locator, Page } from "playwright-core";
import { found } from "../../flows/stage.ts";
import type { Person } from "../../harness/browser.ts";
import type { Inspection } from "../accessibility.ts";
import type { House } from "../house.ts";
import { type Rating, type Sum, sumOf } from "./sums.ts";
import type { Wire } from "./wire.ts";

/** The eight people of the chain, what they think on two dates, and what their two groups make of it. */

export const MODULE = "Lenkungsgruppe";
/** Looked at by group A alone. */
export const SECOND_MODULE = "Bildungskonferenz";
export const QUESTION = /Wo steht der Baustein/;
export const GROUP_PHASE = /Gruppenphase 1/;
export const SERIES = "Runder Tisch";

/** In the sheet's order. */
export const DIMENSIONS = ["Verstetigung", "Zielwirkung", "Leistung", "Systemwirkung", "Innovationsfähigkeit"] as const;
export const LEVELS = ["nicht begonnen", "in Planung", "teilweise umgesetzt", "umgesetzt", "verstetigt und überprüft"];

/** Where words may be broken, and where a line may not: nobody reads that. */
export const plain = (text: string) => text.replaceAll("\u00ad", "").replaceAll("\u00a0", " ");
/** Finds a label by its words. */
export const labelled = (dimension: string, rest = "") =>
	new RegExp(`^${dimension.replace("Innovationsf", "Innovations\u00ad?f")}${rest}$`);

export const GROUPS = ["A", "B"] as const;
export type Group = (typeof GROUPS)[number];

export interface Character {
	name: string;
	organisation: string;
	group: Group;
	/** What stands in their own sheet and nowhere else: a structure module that only they have. */
	secret: string;
	/** One row for each date, one value for each dimension. No two people have the same row. */
	ratings: readonly (readonly Rating[])[];
}

/** What Anna goes by, in her own sheet as well. */
export const EVIDENCE = "Rotkehlchenprotokoll";
/** What nobody else may ever read, of everybody or of all but one. */
export const secretsBut = (name: string | null): string[] =>
	CHARACTERS.filter((one) => one.name !== name).flatMap((one) =>
		one.name === "Anna" ? [one.secret, EVIDENCE] : [one.secret],
	);

const UNKNOWN = "unknown";
/** Three each from Ahlen and Beckum, one each from Oelde and Selm; mixed. */
export const CHARACTERS: readonly Character[] = [
	person("Anna", "Ahlen", "A", "Amselrat", [3, 4, UNKNOWN, 2, 1], [4, 4, 3, 3, 2]),
	person("Arif", "Ahlen", "A", "Bussardbund", [1, 4, 0, 3, 2], [2, 4, 2, 3, 2]),
	person("Ben", "Beckum", "A", "Dohlenkreis", [0, 2, 1, 2, 3], [2, 3, 2, 2, 3]),
	person("Olga", "Oelde", "A", "Elsterrunde", [2, 3, 2, UNKNOWN, 1], [3, 4, 3, 1, UNKNOWN]),
	person("Ava", "Ahlen", "B", "Falkentreff", [4, 1, 3, 1, UNKNOWN], [4, 2, UNKNOWN, 2, 3]),
	person("Bela", "Beckum", "B", "Gimpelforum", [3, 0, 3, 0, UNKNOWN], [3, 1, 3, 2, 2]),
	person("Bo", "Beckum", "B", "Habichtstab", [4, 2, 4, 1, UNKNOWN], [4, 2, 4, 1, 1]),
	person("Sven", "Selm", "B", "Kranichplenum", [2, 1, 2, UNKNOWN, 4], [4, 3, 2, UNKNOWN, 0]),
];

function person(name: string, organisation: string, group: Group, secret: string, ...ratings: Rating[][]): Character {
	return { name, organisation, group, secret, ratings };
}

/** What each group agrees on, by date; null where it has not. */
export const AGREED: readonly Record<Group, readonly (Rating | null)[]>[] = [
	{ A: [1, 4, 1, 2, UNKNOWN], B: [3, 1, 3, null, 4] },
	{ A: [3, 4, 2, 2, 2], B: [4, 2, UNKNOWN, 1, 1] },
];
/** Group A's of the other module, on the first date. */
export const SECOND_AGREED: readonly (Rating | null)[] = [2, null, 3, null, null];
/** What group A says of its first value. */
export const REASON = "Der Beschluss fehlt noch.";
export const DISSENT = "Zwei von uns sehen ihn als gesichert an.";

export interface Seat extends Character, Person {
	wire: Wire;
}

/** One date. */
export interface Meeting {
	arena: House;
	look: Inspection;
	/** Which of the two, from 0. */
	date: number;
	id: string;
	joinUrl: string;
	desk: Person;
	deskWire: Wire;
	seats: readonly Seat[];
}

export const seatOf = ({ seats }: Meeting, name: string): Seat =>
	found(
		seats.find((seat) => seat.name === name),
		name,
	);

export const membersOf = ({ seats }: Pick<Meeting, "seats">, group: Group) =>
	seats.filter((seat) => seat.group === group);

/** How some people have rated a dimension on a date. */
export function rated(people: readonly Character[], date: number, dimension: number): Sum {
	return sumOf(people.map(({ ratings }) => ratings[date]?.[dimension] ?? null));
}

/** The cookie that lets a browser into a workshop. */
export async function tokenOf({ context }: Person, workshop: string): Promise<string> {
	const cookies = await context.cookies();
	return found(
		cookies.find(({ name }) => name === `arena-${workshop}`),
		"token",
	).value;
}

const step = (page: Page, name: RegExp): Locator => page.getByRole("region", { name });
export const alone = (page: Page) => step(page, /^Schritt 1: Einzeln einschätzen/);
export const spread = (page: Page) => step(page, /^Schritt 2: Verteilung/);
export const together = (page: Page) => step(page, /^Schritt 3: Gruppenwert/);
/** A point of a scale by its number, or „weiß nicht“. */
export const point = (scale: Locator, rating: Rating): Locator =>
	scale.getByRole("radio", { name: rating === "unknown" ? /weiß nicht/ : new RegExp(`^${rating}`) });
