import { LIMITS } from "../../worksheets/contract/limits.ts";
import { cleanLine, codePoints } from "../../worksheets/contract/text.ts";

/** A list of people with their groups, as somebody pastes it or a spreadsheet saves it. */

export interface ListedSeat {
	/** In the text, from 1. */
	line: number;
	name: string;
	organisation?: string;
	/** The group's place, from 0. */
	group: number;
}

type ListProblemKind =
	| "name-missing"
	| "name-long"
	| "organisation-long"
	| "group-missing"
	| "group-unknown"
	| "group-long"
	| "groups-many"
	| "columns"
	| "quote"
	| "twice"
	| "many";

/** A line that cannot be taken as it is. */
export interface ListProblem {
	line: number;
	/** What stands there. */
	text: string;
	kind: ListProblemKind;
}

export interface SeatList {
	seats: ListedSeat[];
	/** A name for every group up to the last one spoken of; empty where the list only has its letter or number. */
	groups: string[];
	/** In the text's order. Every line that is not blank is a seat, a problem or the header. */
	problems: ListProblem[];
}

interface Row {
	line: number;
	text: string;
	cells: string[] | null;
}

type Column = "name" | "organisation" | "group";

const SEPARATORS = ["\t", ";", ","] as const;
const HEADERS: Readonly<Record<Column, readonly string[]>> = {
	name: ["name", "namen", "person", "teilnehmende", "participant"],
	organisation: ["organisation", "organization", "kommune", "einrichtung", "municipality"],
	group: ["gruppe", "gruppen", "group"],
};
const COLUMNS: readonly Column[] = ["name", "organisation", "group"];
const WITHOUT_ORGANISATION: readonly Column[] = ["name", "group"];

/**
 * Reads name, organisation (may be left out) and group of every line, separated by semicolon, tab or comma; a first
 * line with the columns' names may put them in another order. A group is a letter, a number or a name of its own.
 */
export function readSeatList(text: string): SeatList {
	const rows = rowsOf(text);
	const [first] = rows;
	const header = first?.cells ? headerOf(first.cells) : null;
	const people = header === null ? rows : rows.slice(1);
	const columns = header ?? usualColumns(people);
	const problems: ListProblem[] = [];
	const entries: { row: Row; name: string; organisation: string; group: string }[] = [];
	const lines = new Set<string>();
	for (const row of people) {
		const entry = entryOf(row, columns);
		const problem = typeof entry === "string" ? entry : problemOf(entry, lines, entries.length);
		if (problem !== null || typeof entry === "string") {
			problems.push({ line: row.line, text: row.text, kind: problem ?? "columns" });
			continue;
		}
		lines.add(keyOf(entry));
		entries.push({ row, ...entry });
	}
	const places = placesOf(entries.map((entry) => entry.group));
	const seats: ListedSeat[] = [];
	const groups: string[] = [];
	for (const { row, name, organisation, group } of entries) {
		const place = places.get(group.toLowerCase());
		if (place === undefined) {
			problems.push({ line: row.line, text: row.text, kind: "groups-many" });
			continue;
		}
		while (groups.length <= place) groups.push("");
		if (numberOf(group) === null) groups[place] ||= group;
		seats.push({ line: row.line, name, ...(organisation === "" ? {} : { organisation }), group: place });
	}
	return { seats, groups, problems: problems.sort((one, other) => one.line - other.line) };
}

function rowsOf(text: string): Row[] {
	const lines = text
		.replace(/^\u{feff}/u, "")
		.split(/\r\n|\r|\n/)
		.map((line, index) => ({ line: index + 1, text: line }))
		.filter((line) => /[^\s;,"]/.test(line.text));
	const uses = SEPARATORS.map((separator) => lines.filter((line) => line.text.includes(separator)).length);
	const separator = SEPARATORS[uses.indexOf(Math.max(...uses))] ?? ";";
	return lines.map((line) => ({ ...line, cells: cellsOf(line.text, separator) }));
}

/** The cells of a line, cleaned; null where a quotation mark opens and none closes it. */
function cellsOf(line: string, separator: string): string[] | null {
	const cells: string[] = [];
	let rest = line;
	for (;;) {
		const quoted = /^\s*"((?:[^"]|"")*)"\s*/.exec(rest);
		const end = quoted?.[0].length ?? rest.indexOf(separator);
		if (quoted === null && /^\s*"/.test(rest)) return null;
		if (quoted !== null && end < rest.length && !rest.startsWith(separator, end)) return null;
		const last = end < 0 || end >= rest.length;
		cells.push(cleanLine(quoted?.[1]?.replaceAll('""', '"') ?? (last ? rest : rest.slice(0, end))));
		if (last) return cells;
		rest = rest.slice(end + separator.length);
	}
}

function headerOf(cells: readonly string[]): (Column | null)[] | null {
	const columns = cells.map((cell) => COLUMNS.find((column) => HEADERS[column].includes(cell.toLowerCase())) ?? null);
	return columns.includes("name") && columns.some((column) => column === "group" || column === "organisation")
		? columns
		: null;
}

/** Without a header: two columns in most lines are name and group, else all three. */
function usualColumns(rows: readonly Row[]): readonly Column[] {
	const narrow = rows.filter(({ cells }) => cells !== null && cells.length <= 2).length;
	return narrow * 2 > rows.length ? WITHOUT_ORGANISATION : COLUMNS;
}

type Entry = Record<Column, string>;

function entryOf({ cells }: Row, columns: readonly (Column | null)[]): Entry | ListProblemKind {
	if (cells === null) return "quote";
	if (cells.slice(columns.length).some((cell) => cell !== "")) return "columns";
	const cell = (column: Column) => cells[columns.indexOf(column)] ?? "";
	return { name: cell("name"), organisation: cell("organisation"), group: cell("group") };
}

function problemOf(entry: Entry, known: ReadonlySet<string>, count: number): ListProblemKind | null {
	const { name, organisation, group } = entry;
	if (name === "") return "name-missing";
	if (codePoints(name) > LIMITS.nameCodePoints) return "name-long";
	if (codePoints(organisation) > LIMITS.nameCodePoints) return "organisation-long";
	if (group === "") return "group-missing";
	if (codePoints(group) > LIMITS.groupNameCodePoints) return "group-long";
	const number = numberOf(group);
	if (number !== null && (number < 0 || number >= LIMITS.groups)) return "group-unknown";
	if (known.has(keyOf(entry))) return "twice";
	return count >= LIMITS.participants ? "many" : null;
}

function keyOf({ name, organisation }: Pick<Entry, "name" | "organisation">): string {
	return JSON.stringify([name.toLowerCase(), organisation.toLowerCase()]);
}

/** The place that a letter or a number means, also after the word „Gruppe“; null for any other name. */
function numberOf(group: string): number | null {
	const mark = group.replace(/^(gruppe|group)\s+/i, "");
	if (/^[a-z]$/i.test(mark)) return mark.toUpperCase().charCodeAt(0) - 65;
	return /^\d{1,9}$/.test(mark) ? Number(mark) - 1 : null;
}

/** A place for every group: letters and numbers mean theirs, names take those left over in the order they come in. */
function placesOf(groups: readonly string[]): Map<string, number> {
	const places = new Map<string, number>();
	for (const group of groups) {
		const place = numberOf(group);
		if (place !== null) places.set(group.toLowerCase(), place);
	}
	const taken = new Set(places.values());
	let next = 0;
	for (const group of groups) {
		if (places.has(group.toLowerCase())) continue;
		while (taken.has(next)) next += 1;
		if (next >= LIMITS.groups) break;
		taken.add(next);
		places.set(group.toLowerCase(), next);
	}
	return places;
}
