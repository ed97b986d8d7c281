import { expect } from "vitest";
import { type Person, VIEWPORTS } from "../../harness/browser.ts";
import { opensProjector } from "./arriving.ts";
import { type Cast, everywhere, GROUPS, pagesOf, wordOf } from "./cast.ts";
import { NOTE } from "./group-work.ts";

/** The laptop is gone: a phone, the code and the paper with the recovery code are enough. */
export async function takesOver(cast: Cast): Promise<Cast> {
	const { arena, room, desk, projector } = cast;
	const { code } = room.lead.snapshot().workshop;
	const phone = await arena.person({ viewport: VIEWPORTS.phone });
	desk.awaitLoss();
	await phone.page.goto(`${arena.url}/uebernehmen?code=${code}`);
	await phone.page.getByLabel("Wiederherstellungscode").fill(room.recoveryCode);
	await phone.page.getByRole("button", { name: "Moderation übernehmen" }).click();
	await phone.page.getByRole("heading", { name: "Sie moderieren jetzt auf diesem Gerät" }).waitFor();
	await phone.page.getByRole("link", { name: "Zur Moderation" }).click();
	await phone.page.getByRole("button", { name: "Nächste Phase" }).waitFor();
	await desk.page.getByText("Ihr Moderationslink wurde erneuert").waitFor();
	await projector.getByText("Diese Anzeige hat keinen Zugang mehr.").waitFor();
	return { ...cast, desk: phone, projector: await opensProjector(phone) };
}

/** The end is the end for everybody, for the code as well; what was written is there to be taken home. */
export async function ends(cast: Cast): Promise<void> {
	const { arena, room, seats, projector, lights } = cast;
	const desk = cast.desk.page;
	const [anybody] = lights;
	const code = anybody?.line.snapshot().workshop.code;
	await desk.getByRole("button", { name: "Workshop beenden" }).click();
	await desk.getByRole("dialog").getByRole("button", { name: "Workshop beenden" }).click();
	await everywhere(cast, ({ workshop }) => workshop.status === "ended");
	for (const page of [projector, ...pagesOf(cast)]) await page.getByText("Workshop beendet").first().waitFor();
	await desk
		.getByRole("link", { name: /Ergebnisse/ })
		.first()
		.waitFor();
	const late = await arena.api.call("POST", `/api/workshops/${code}/join`, { body: { name: "Zu spät" } });
	expect(late.status).toBe(410);

	const everything = await file(cast.desk);
	for (let group = 0; group < GROUPS; group += 1)
		expect(everything).toContain(wordOf(`Gruppe ${String.fromCharCode(65 + group)}`));
	for (const text of ["ein Satz von Bilal", "Datenschutz klären", "Wer schreibt das Protokoll?"])
		expect(everything).toContain(text);
	expect(everything).not.toContain(NOTE);
	expect(await file(seats.bilal)).toContain(NOTE);

	// The next of the series is two clicks away, with the plan and without the people.
	await desk.getByRole("button", { name: "Nächsten Termin dieser Reihe anlegen" }).click();
	await desk.getByRole("dialog").getByRole("button", { name: "Workshop anlegen" }).click();
	await desk.getByRole("link", { name: "Zur Moderation des neuen Termins" }).click();
	await desk.getByRole("button", { name: "Workshop starten" }).waitFor();
	await desk.getByText("Noch ist niemand beigetreten.").first().waitFor();

	async function file({ context }: Person): Promise<string> {
		return (await context.request.get(`${arena.url}/api/workshops/${room.id}/export.md`)).text();
	}
}
