import { expect, test } from "vitest";
import { CLOSE } from "../../worksheets/contract/close-codes.ts";
import { LIMITS } from "../../worksheets/contract/limits.ts";
import { toGroupWork } from "../harness/group-work.ts";
import { inspection } from "./accessibility.ts";
import { house } from "./house.ts";
import { openQuestion, typeAnswer } from "./people.ts";

const arena = house({ refusesPages: true });

const AT_RISK = /Was gefährdet sie/;

test("trouble with line and server is told accessibly in every width and theme", async () => {
	const { screen, problems } = inspection();
	const room = await arena.room();
	const anna = await arena.seated(room, "Anna Berg-Wittenstein", { organisation: "Stadt Süd" });
	const bilal = await arena.seated(room, "Bilal Özdemir", { organisation: "Landkreis Nord" });
	const desk = await arena.facilitator(room);
	await room.run(...toGroupWork(1, "group-structures"));
	await openQuestion(anna.page, AT_RISK);
	await typeAnswer(anna.page, AT_RISK, "Der Auftrag ist befristet.");
	await Promise.all([anna.cut(), desk.cut()]);
	await typeAnswer(anna.page, AT_RISK, " Und die Stelle auch.");

	// Meanwhile Bilal has a line, but the server does not take what he sends.
	await bilal.page.routeWebSocket(/\/sync\//, (socket) => socket.close({ code: CLOSE.tooLarge }));
	await bilal.page.reload();
	await bilal.page.getByRole("button", { name: "Erneut versuchen" }).waitFor();
	await screen(bilal.page, "sheet-refused");

	await anna.page
		.getByText(/^Offline\. Ihr Text bleibt/)
		.first()
		.waitFor();
	await desk.page.getByText("Sie steuern gerade nicht").waitFor();
	await Promise.all([screen(anna.page, "sheet-offline"), screen(desk.page, "cockpit-offline")]);
	await anna.page.getByRole("button", { name: "Text kopieren" }).click();
	await anna.page
		.getByText(/kopiert|Ihr Text zum Kopieren/)
		.first()
		.waitFor();
	await Promise.all([anna.mend(), desk.mend()]);
	await anna.page
		.getByText(/^Wieder verbunden|^Alle Änderungen gespeichert/)
		.first()
		.waitFor();
	expect(problems).toEqual([]);
});

test("doors that stay shut say so accessibly in every width and theme", async () => {
	const { screen, problems } = inspection();
	const room = await arena.room();
	const anna = await arena.seated(room, "Anna");
	const desk = (await arena.facilitator(room)).page;
	await anna.page.goto(`${arena.url}/w/${room.id}/leitung`);
	await screen(anna.page, "only-facilitators");
	await anna.page.goto(`${arena.url}/w/${room.id}`);
	await anna.page.getByText("Ihr Zugang").click();
	await anna.page.getByRole("button", { name: "Dieses Gerät abmelden" }).click();
	await anna.page.getByRole("button", { name: "Abmelden", exact: true }).click();
	await anna.page.getByText("Sie haben sich von diesem Gerät abgemeldet").waitFor();
	await screen(anna.page, "left");

	const crowded = await arena.api.create();
	await Promise.all(
		Array.from({ length: LIMITS.participants }, (_, seat) => arena.api.join(crowded.code, `Person ${seat}`)),
	);
	const late = (await arena.person()).page;
	await late.goto(crowded.joinUrl);
	await late.getByText("Alle Plätze sind belegt").first().waitFor();
	await screen(late, "join-full");

	await desk.goto(`${arena.url}/w/${room.id}`);
	await screen(desk, "facilitator-here");
	await desk.goto(room.joinUrl);
	await screen(desk, "join-facilitator");
	await desk.goto(`${arena.url}/w/${room.id}/leitung`);
	await desk.getByText("Weitere Aktionen").click();
	await desk.getByRole("button", { name: "Workshop endgültig löschen" }).click();
	const dialog = desk.getByRole("dialog");
	await dialog.getByRole("button", { name: "Workshop endgültig löschen" }).click();
	await dialog.getByText("Der Titel stimmt nicht überein").waitFor();
	await screen(desk, "cockpit-delete");
	await dialog.getByRole("textbox").fill(room.lead.snapshot().workshop.title);
	await dialog.getByRole("button", { name: "Workshop endgültig löschen" }).click();
	await desk.getByText("Der Workshop ist gelöscht").waitFor();
	await screen(desk, "cockpit-deleted");

	// Last, since nobody at this address may guess any more afterwards.
	for (let guess = 0; guess < 20; guess++) {
		await arena.api.call("POST", "/api/workshops/ABCDEFGHJ/join", { body: { name: "A" } });
	}
	await late.goto(`${arena.url}/b/ABCDEFGHJ`);
	await late.getByText("zu viele Versuche").first().waitFor();
	await screen(late, "join-too-many");
	expect(problems).toEqual([]);
});
