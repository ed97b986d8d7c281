import { expect, test } from "vitest";
import { house } from "./house.ts";
import { arriveAt, expectSaved, joinByLink, openQuestion, typeAnswer } from "./people.ts";

const THREAT = /Was gefährdet sie/;

const arena = house();

test("a group sees who looks in, and words written without a line arrive although the room has moved on", async () => {
	const workshop = await arena.api.create();
	const { page: desk } = await arena.person();
	await desk.goto(workshop.facilitatorUrl);
	const anna = await joinByLink(await arena.person(), workshop.joinUrl, "Anna", "Stadt Süd");
	await desk.getByRole("button", { name: "Gruppen bilden" }).click();
	await desk.getByLabel("Anzahl der Gruppen").fill("1");
	await desk.getByRole("dialog").getByRole("button", { name: "Gruppen bilden" }).click();
	await desk.getByRole("button", { name: "Workshop starten" }).click();
	const goTo = async (title: string) => {
		await desk
			.getByRole("button", { name: `Zu Phase ${title}` })
			.first()
			.click();
	};
	await goTo("Gruppenphase 1: Stand und Perspektiven");
	await arriveAt(anna.page, /Gruppenphase 1/);

	await desk.getByRole("button", { name: /^Hinschauen/ }).click();
	await anna.page.locator(".group-bar").getByText("Moderation schaut zu").waitFor();
	await desk.keyboard.press("Escape");
	await anna.page.locator(".group-bar").getByText("Moderation schaut zu").waitFor({ state: "detached" });

	await openQuestion(anna.page, THREAT);
	await typeAnswer(anna.page, THREAT, "Vorher. ");
	await expectSaved(anna.page);
	await anna.cut();
	await typeAnswer(anna.page, THREAT, "Im Funkloch geschrieben.");
	await anna.page.getByText(/^Verbindung wird wiederhergestellt|^Offline/).waitFor();
	await anna.page.close();
	await goTo("Pause");
	await anna.mend();

	// The sheet is not on the screen any more; a line that does not answer must not pass for a saved one.
	const waiting = await anna.context.newPage();
	await waiting.routeWebSocket(/\/sync\//, () => {});
	await waiting.goto(`${arena.url}/w/${workshop.id}`);
	await waiting.getByText("Wird gespeichert …").waitFor();
	await waiting.close();

	const back = await anna.context.newPage();
	await back.goto(`${arena.url}/w/${workshop.id}`);
	await back.getByRole("heading", { name: "Pause" }).waitFor();
	await expect
		.poll(async () => {
			const answer = await arena.api.call("GET", `/api/workshops/${workshop.id}/export.md`, {
				token: workshop.facilitatorToken,
			});
			return await answer.text();
		})
		.toContain("Vorher. Im Funkloch geschrieben.");
	await back.getByText("Verbunden").waitFor();
}, 90_000);
