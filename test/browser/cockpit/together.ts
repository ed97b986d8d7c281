import { expect } from "vitest";
import type { Snapshot } from "../../../worksheets/contract/snapshot.ts";
import { found } from "../../flows/stage.ts";
import { arriveAt } from "../people.ts";
import { type Cast, everywhere, FIELD, GROUPS, groupOf, HEADS, PATIENT, pagesOf, sheetOf, wordOf } from "./cast.ts";

/** What a group wrote is shown to everybody, and everybody comes back. */
export async function comesTogether(cast: Cast): Promise<void> {
	const { room, seats, projector } = cast;
	const desk = cast.desk.page;
	const shown = groupOf(room.lead.snapshot(), seats.anna);
	const { id: document } = sheetOf(room.lead.snapshot(), shown.id);
	await room.run({ type: "spotlight.show", document, question: FIELD });
	for (const page of [seats.carla.page, projector]) await page.getByText(wordOf(shown.name)).first().waitFor();
	await everywhere(cast, ({ documents }) => documents.some(({ id }) => id === document));
	await room.run({ type: "spotlight.hide" });
	await projector.getByText(wordOf(shown.name)).waitFor({ state: "detached" });

	await room.run({ type: "sheets.lock", locked: true, phase: "group-structures" });
	await everywhere(cast, ({ documents }) => documents.every(({ scope, locked }) => scope.kind !== "group" || locked));

	await desk.getByRole("button", { name: "Zurückholen …" }).click();
	await desk.getByRole("button", { name: "Zurückholen ankündigen" }).click();
	await everywhere(cast, ({ recall }) => recall?.phase === "group-results");
	for (const page of [projector, ...pagesOf(cast)])
		await page
			.getByText(/^Zurückholen in/)
			.first()
			.waitFor();
	await cast.second.page.getByRole("button", { name: "Zurückholen abbrechen" }).click();
	await everywhere(cast, ({ recall }) => recall === null);
	await projector.getByText(/^Zurückholen in/).waitFor({ state: "detached" });
	await desk.getByRole("button", { name: "Zurückholen …" }).click();
	await desk.getByRole("radio", { name: "Sofort", exact: true }).check();
	await desk.getByRole("button", { name: "Jetzt zurückholen" }).click();
	await everywhere(cast, ({ currentPhase }) => currentPhase === "group-results");
	for (const page of pagesOf(cast)) await arriveAt(page, /Ergebnisse im Plenum/);
	await projector.getByRole("heading", { level: 1, name: "Ergebnisse im Plenum" }).waitFor();
}

/** What one of the two does too early, the other takes back. */
export async function takesStepBack(cast: Cast): Promise<void> {
	await cast.desk.page.getByRole("button", { name: "Nächste Phase" }).click();
	await everywhere(cast, ({ currentPhase }) => currentPhase === "module-vote");
	await cast.second.page.getByRole("button", { name: /^Rückgängig/ }).click();
	await everywhere(cast, ({ currentPhase }) => currentPhase === "group-results");
	for (const page of pagesOf(cast)) await arriveAt(page, /Ergebnisse im Plenum/);
}

export async function putsAside(cast: Cast): Promise<void> {
	const { page } = cast.seats.anna;
	await page.locator("summary").filter({ hasText: "Themenspeicher" }).click();
	await page.getByLabel("Thema", { exact: true }).fill("Datenschutz klären");
	await page.getByRole("button", { name: "In den Themenspeicher" }).click();
	await everywhere(cast, ({ topics }) => topics.some(({ text }) => text === "Datenschutz klären"));
}

/** Who is back from the break says so, and the desk need not count heads. */
export async function hasBreak(cast: Cast): Promise<void> {
	const { room, seats, projector, lights } = cast;
	await room.run({ type: "phase.go", phase: "first-break" });
	for (const page of pagesOf(cast)) await arriveAt(page, "Pause");
	await projector.getByRole("heading", { level: 1, name: "Pause" }).waitFor();
	await seats.anna.page.getByRole("button", { name: "Bin zurück" }).click();
	const others = lights.slice(0, 9);
	for (const { line } of others) expect((await line.command({ type: "participant.back" })).ok).toBe(true);
	const sentence = `${others.length + 1} von ${HEADS} sind zurück`;
	await expect.poll(() => cast.desk.page.getByText(sentence).count(), PATIENT).toBeGreaterThan(0);
	await seats.anna.page.getByText(sentence).first().waitFor();
}

/** Groups of their own for the second round: few meet again, and everybody has a new sheet. */
export async function mixesAnew(cast: Cast): Promise<void> {
	const { room } = cast;
	const desk = cast.desk.page;
	const before = room.lead.snapshot();
	const later = found(
		before.phases.find(({ id }) => id === "group-adaptation"),
		"second group phase",
	);
	await desk.getByRole("button", { name: "Gruppen neu bilden" }).click();
	const dialog = desk.getByRole("dialog");
	await dialog.getByLabel("Anzahl der Gruppen").fill(String(GROUPS));
	await dialog.getByRole("radio", { name: /^Neu gemischt/ }).check();
	await dialog.getByLabel("Ab wann gelten die Gruppen?").selectOption(later.id);
	await dialog.getByRole("button", { name: "Gruppen bilden" }).click();
	await dialog.waitFor({ state: "hidden" });
	await desk.getByRole("button", { name: /Gruppenphase 2/ }).click();
	await everywhere(cast, ({ currentPhase }) => currentPhase === later.id);
	for (const page of pagesOf(cast)) await arriveAt(page, /Gruppenphase 2/);
	const { groups } = await room.lead.until(({ currentPhase }) => currentPhase === later.id);
	const met = pairsOf(before.groups);
	const again = [...pairsOf(groups)].filter((pair) => met.has(pair));
	expect(met.size).toBeGreaterThan(30);
	expect(again.length).toBeLessThan(met.size / 4);
	for (const person of cast.lights) {
		const { id } = groupOf({ groups }, person);
		await person.line.until(({ documents }) =>
			documents.some(({ scope, access }) => scope.id === id && access === "write"),
		);
	}
}

function pairsOf(groups: Snapshot["groups"]): Set<string> {
	return new Set(
		groups.flatMap(({ members }) =>
			members.flatMap((one) => members.filter((other) => one < other).map((other) => `${one} ${other}`)),
		),
	);
}
