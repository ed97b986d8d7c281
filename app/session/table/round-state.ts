import type { DocumentView, Person, Snapshot } from "../../../worksheets/contract/snapshot.ts";

/** Somebody at the table, with their sheet. */
export interface Seat {
	sheet: DocumentView;
	person: Person;
	/** From 1 among those who sit there now; 0 for who has left. */
	number: number;
}

/** Somebody has taken up a sheet out of turn, or has said that it is theirs. */
export interface Chosen {
	sheet: string;
	open: boolean;
}

/** What the page shows of a round. */
type Shown =
	/** Somebody's turn, or somebody wants to their own again: covered until they say that it is them. */
	| { kind: "turn" | "asked"; seat: Seat }
	| { kind: "answers"; seat: Seat }
	/** All have had their turn. */
	| { kind: "over" }
	/** Nothing can be given any more. */
	| { kind: "closed" };

export interface Round {
	shown: Shown;
	/** How many sit at the table. */
	count: number;
	/** Whose turn it is; undefined when all have had theirs. */
	next: Seat | undefined;
	/** Whether the turns of all but whoever has the device now are over. */
	isLast: boolean;
	/** Whether answers are covered before somebody says that they are theirs. */
	isCovered: boolean;
	/** Whether only one still sits there: nothing is handed round. */
	isAlone: boolean;
}

interface Asked {
	seats: readonly Seat[];
	chosen: Chosen | null;
	/** Whether the person whose sheet it is has had their turn. */
	isOver(document: string): boolean;
	/** Nothing is given now. */
	readOnly: boolean;
	/** Answers stay covered after the round, as votes do. */
	isSecret: boolean;
}

export function roundOf({ seats, chosen, isOver, readOnly, isSecret }: Asked): Round {
	const sitting = seats.filter(({ number }) => number > 0);
	const alone = sitting.length === 1 ? sitting[0] : undefined;
	const due = sitting.filter(({ sheet }) => sheet.access === "write" && !isOver(sheet.id));
	const next = readOnly || alone !== undefined ? undefined : due[0];
	const taken = seats.find(({ sheet }) => sheet.id === chosen?.sheet);
	return {
		shown: shownOf(),
		count: sitting.length,
		next,
		isLast: due.every((seat) => seat === taken),
		isCovered: next !== undefined || isSecret,
		isAlone: alone !== undefined,
	};

	function shownOf(): Shown {
		if (taken !== undefined) return { kind: chosen?.open ? "answers" : "asked", seat: taken };
		if (next !== undefined) return { kind: "turn", seat: next };
		if (alone !== undefined) return { kind: "answers", seat: alone };
		return { kind: sitting.some(({ sheet }) => sheet.access === "write") ? "over" : "closed" };
	}
}

/** Who sits at this device, and who has left it, with their sheets of one worksheet (table-sheets.ts). */
export function seatsOf({ you }: Snapshot, sheets: readonly DocumentView[]): Seat[] {
	const here = (you.people ?? []).filter(({ left }) => !left);
	return sheets.flatMap((sheet) => {
		const person = you.people?.find(({ id }) => id === sheet.scope.id);
		return person === undefined ? [] : [{ sheet, person, number: here.indexOf(person) + 1 }];
	});
}
