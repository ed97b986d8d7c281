import { expect, test } from "vitest";
import { hearsNoNumbers, hearsValues, isBlind, isHeard, isNotLogged } from "./chain/blind.ts";
import { AGREED, membersOf, seatOf } from "./chain/cast.ts";
import { compares } from "./chain/comparison.ts";
import { copies, ends, OTHER_STATEMENT, plans, reports, STATEMENT, synthesises } from "./chain/follow-up.ts";
import { looksAtGroups, showsGroups } from "./chain/plenary.ts";
import {
	agree,
	agreeOnSecond,
	choosesModules,
	deskReveals,
	everybodyRates,
	groupReveals,
	notesEvidence,
	thinksAlone,
	writes,
} from "./chain/rating.ts";
import { formsGroups, goesTo, joins, opens, starts } from "./chain/room.ts";
import { countsUnits } from "./chain/units.ts";
import { house } from "./house.ts";

const arena = house({ env: { LOG_LEVEL: "info" } });

test("from the judgement of eight people to what has become of it at the next date", { timeout: 900_000 }, async () => {
	const opened = await opens(arena);
	await formsGroups(opened);
	const first = await joins(opened);
	await starts(first.desk);
	await goesTo(first.desk, /^Einzelarbeit/);
	await thinksAlone(first);
	await goesTo(first.desk, /^Gruppenphase 1/);
	await choosesModules(first);
	await notesEvidence(seatOf(first, "Anna"));
	await everybodyRates(first);
	await isBlind(first);
	await groupReveals(first, "A");
	await hearsNoNumbers(membersOf(first, "B"));
	await deskReveals(first, "B");
	for (const { wire } of [...first.seats, { wire: first.deskWire }]) await isHeard(wire);
	await first.look.screen(seatOf(first, "Ben").page, "chain-distribution");
	await agree(first, "A");
	await agree(first, "B");
	for (const group of ["A", "B"] as const) hearsValues(membersOf(first, group), AGREED[0]?.[group] ?? []);
	await first.look.screen(seatOf(first, "Anna").page, "chain-group-value");
	await agreeOnSecond(first);
	await writes(seatOf(first, "Anna"), STATEMENT);
	await writes(seatOf(first, "Bo"), OTHER_STATEMENT);
	await countsUnits(first);
	await looksAtGroups(first);
	await showsGroups(first);
	await synthesises(first);
	await plans(first);
	await ends(first);

	const next = await copies(first);
	await formsGroups(next);
	const second = await joins(next, first.seats);
	await starts(second.desk);
	await goesTo(second.desk, /^Gruppenphase 1/);
	await choosesModules(second);
	await everybodyRates(second);
	await deskReveals(second, "A", "B");
	await agree(second, "A");
	await agree(second, "B");
	await reports(second);
	await compares(second);
	isNotLogged(second);
	expect(first.look.problems).toEqual([]);
});
