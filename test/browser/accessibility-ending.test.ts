import { expect, test } from "vitest";
import { documentOf, toGroupWork } from "../harness/group-work.ts";
import { inspection } from "./accessibility.ts";
import { house } from "./house.ts";
import { arriveAt, openQuestion, typeAnswer } from "./people.ts";

const arena = house({ refusesPages: true });

const AT_RISK = /Was gefährdet sie/;
const TAKEN_HOME = /Was nehmen Sie mit/;
const PLENARY = /Was nehmen wir ins Plenum/;

test("results, new groups and the end are accessible in every width and theme", async () => {
	const { screen, problems } = inspection();
	const room = await arena.room({ startsAt: Date.now() + 900_000 });
	const anna = (await arena.seated(room, "Anna Berg-Wittenstein", { organisation: "Stadt Süd" })).page;
	for (const name of ["Bilal Özdemir", "Carla W.", "Deniz K."]) await arena.api.join(room.code, name, "Landkreis Nord");
	const desk = (await arena.facilitator(room)).page;
	await room.run(...toGroupWork(1, "group-structures"), { type: "timer.start" });
	await arriveAt(anna, /Gruppenphase 1/);

	// The room moves on while Anna writes.
	await openQuestion(anna, PLENARY);
	await typeAnswer(anna, PLENARY, "Wir brauchen einen gemeinsamen Auftrag.");
	await room.run({ type: "phase.go", phase: "group-results" });
	await anna.getByRole("button", { name: "Zur neuen Phase" }).waitFor();
	await screen(anna, "phase-change");
	await anna.getByRole("button", { name: "Zur neuen Phase" }).click();
	await anna.getByText("Nur zum Lesen").first().waitFor();
	await screen(anna, "phase-results");

	await room.run({ type: "phase.go", phase: "group-structures" });
	await arriveAt(anna, /Gruppenphase 1/);
	const document = documentOf(room.lead.snapshot(), "group");
	await room.run({ type: "worksheet.lock", document });
	await anna.getByText("Von der Moderation gesperrt").first().waitFor();
	await openQuestion(anna, AT_RISK);
	await screen(anna, "sheet-locked");
	await room.run({ type: "phase.go", phase: "first-break" });
	await arriveAt(anna, "Pause");
	await anna
		.getByText(/Weiter um|Pause\./)
		.first()
		.waitFor();
	await screen(anna, "phase-break");
	await room.run({ type: "phase.go", phase: "module-vote" });
	await arriveAt(anna, "Auswahl von drei Bausteinen");
	await anna.getByText("Verteilen Sie Ihre drei Punkte").first().waitFor();
	await screen(anna, "phase-vote");

	// Anna loses her group and chooses a new one.
	await room.run(
		{ type: "phase.go", phase: "group-adaptation" },
		{ type: "groups.move", participant: room.lead.snapshot().participants[0]?.id, group: null },
	);
	await arriveAt(anna, /Gruppenphase 2/);
	await anna.getByText("Die Moderation teilt Sie").first().waitFor();
	await screen(anna, "group-none");
	await room.run({ type: "groups.create", count: 2 }, { type: "groups.assign", strategy: "self" });
	await anna
		.getByRole("button", { name: /Zu Gruppe/ })
		.first()
		.waitFor();
	await screen(anna, "group-choice");
	await anna
		.getByRole("button", { name: /Zu Gruppe/ })
		.first()
		.click();
	await anna.getByText("Sie sind jetzt in Gruppe A").first().waitFor();
	await openQuestion(anna, /Was macht diesem Baustein/);
	await anna.getByRole("button", { name: /hinzufügen/ }).click();
	await anna.getByRole("button", { name: /hinzufügen/ }).click();
	await screen(anna, "sheet-table");
	await openQuestion(anna, /Welche Rolle übernimmt/);
	await anna.getByRole("checkbox").first().check();
	await screen(anna, "sheet-multi-choice");

	await room.run({ type: "phase.go", phase: "closing" });
	await arriveAt(anna, "Ausblick und Rückmeldung");
	await openQuestion(anna, /Wir haben unser Ziel/);
	await screen(anna, "sheet-scale");
	await anna.getByText("Ihr Zugang").click();
	await anna.getByText("Meine Arbeits").click();
	await screen(anna, "more-open");

	// The end comes while Anna writes, and then what is left of it.
	await openQuestion(anna, TAKEN_HOME);
	await typeAnswer(anna, TAKEN_HOME, "Einen Auftrag.");
	await room.run({ type: "session.end" });
	await anna.getByRole("button", { name: "Zum Abschluss" }).waitFor();
	await arriveAt(anna, "Workshop beendet");
	await anna.getByText("Danke für Ihre Mitarbeit").first().waitFor();
	await desk.getByText("Workshop beendet").first().waitFor();
	await Promise.all([screen(anna, "ended"), screen(desk, "cockpit-ended")]);
	await anna.getByRole("link", { name: "Ergebnisse herunterladen" }).click();
	await anna.getByText("PDF herunterladen").first().waitFor();
	await screen(anna, "results");
	const stranger = (await arena.person()).page;
	await stranger.goto(room.joinUrl);
	await stranger.getByText("Dieser Workshop ist beendet").first().waitFor();
	await screen(stranger, "join-ended");
	await stranger.goto(`${arena.url}/w/${room.id}`);
	await stranger.getByText("noch nicht dabei").first().waitFor();
	await screen(stranger, "unknown-visitor");
	await arena.api.call("DELETE", `/api/workshops/${room.id}`, { token: room.facilitatorToken });
	await stranger.goto(`${arena.url}/w/${room.id}`);
	await stranger.getByText("wurde gelöscht").first().waitFor();
	await screen(stranger, "gone");

	expect(problems).toEqual([]);
});
