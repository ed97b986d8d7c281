import type { Page } from "playwright-core";
import { expect } from "vitest";
import { spokenCode } from "../../../worksheets/contract/ids.ts";
import { found } from "../../flows/stage.ts";
import { type Cast, everywhere, groupOf, HEADS, type Light, light, PEOPLE, sheetOf } from "./cast.ts";

/** Two who share a device. */
const TABLE = "Tisch 3";

const about = async (desk: Page, name: string) => {
	await desk.getByRole("button", { name: `Mehr zu ${name}`, exact: true }).click();
	return desk.getByRole("dialog", { name: `Mehr zu ${name}` });
};

const hungUpOn = ({ line }: Light) => new Promise<void>((resolve) => line.socket.once("disconnect", () => resolve()));

/** One is to read for a while, one has to go, and whoever comes now is looked at first. */
export async function keepsOrder(cast: Cast): Promise<Cast> {
	const desk = cast.desk.page;
	const [loud, rude] = [found(cast.lights[0], "person"), found(cast.lights[1], "person")];
	await mutes(cast, loud);

	const gone = hungUpOn(rude);
	const dialog = await about(desk, rude.name);
	await dialog.getByRole("button", { name: "Aus dem Workshop nehmen …" }).click();
	await dialog.getByRole("button", { name: "Jetzt herausnehmen" }).click();
	await gone;
	const lights = cast.lights.filter((person) => person !== rude);
	await everywhere({ ...cast, lights }, ({ participants }) => participants.length === PEOPLE - 1);

	const code = await renewsCode(cast);
	const newcomer = await opensDoorByHand(cast, code);
	const sitting = await newcomer.line.until(({ groups }) =>
		groups.some(({ members }) => members.includes(newcomer.participantId)),
	);
	await cast.desk.page.getByText(`${HEADS} von ${HEADS} verbunden`).waitFor();
	// Whoever comes late sits where the fewest are.
	const others = sitting.groups.map(({ members }) => members.filter((id) => id !== newcomer.participantId).length);
	expect(groupOf(sitting, newcomer).members.length - 1).toBe(Math.min(...others));
	return { ...cast, lights: [...lights, newcomer] };
}

async function mutes({ room, desk: { page: desk } }: Cast, loud: Light): Promise<void> {
	const access = () => sheetOf(loud.line.snapshot(), groupOf(room.lead.snapshot(), loud).id).access;
	expect(access()).toBe("write");
	await (await about(desk, loud.name)).getByRole("button", { name: "Schreiben anhalten" }).click();
	await loud.line.until(({ you }) => you.muted === true);
	expect(access()).toBe("read");
	await (await about(desk, loud.name)).getByRole("button", { name: "Wieder schreiben lassen" }).click();
	await loud.line.until(({ you }) => you.muted === undefined);
	expect(access()).toBe("write");
}

/** A code that went round too far leads nowhere from now on; the wall has the new one. */
async function renewsCode({ arena, room, desk: { page: desk }, projector }: Cast): Promise<string> {
	await desk.locator("summary").filter({ hasText: "Zugang für Teilnehmende" }).click();
	await desk.getByRole("button", { name: "Code erneuern …" }).click();
	await desk.getByRole("dialog").getByRole("button", { name: "Code erneuern" }).click();
	const { workshop } = await room.lead.until((snapshot) => snapshot.workshop.code !== room.code);
	await projector.getByText(`Code ${spokenCode(workshop.code)}`).waitFor();
	const old = await arena.api.call("POST", `/api/workshops/${room.code}/join`, { body: { name: "Zu spät" } });
	expect(old.status).toBe(404);
	return workshop.code;
}

async function opensDoorByHand({ arena, desk: { page: desk } }: Cast, code: string): Promise<Light> {
	await desk.locator("summary").filter({ hasText: "Tür: offen" }).click();
	await desk.getByRole("radio", { name: "Neue warten, bis Sie sie hereinlassen" }).click();
	await desk.getByText("Tür: Sie lassen einzeln herein").waitFor();
	const newcomer = await light(arena, code, TABLE, "Amt 3", [{ name: "Emil" }, { name: "Fatma" }]);
	const stranger = await light(arena, code, "Unbekannt", "?");
	expect(newcomer.line.snapshot()).toMatchObject({ you: { waiting: true }, groups: [], documents: [] });
	const turnedAway = hungUpOn(stranger);
	await desk.getByRole("region", { name: "Vor der Tür (3)" }).waitFor();
	await desk.getByRole("button", { name: "Abweisen: Unbekannt" }).click();
	await turnedAway;
	await desk.getByRole("button", { name: `Hereinlassen: ${TABLE}` }).click();
	await newcomer.line.until(({ you }) => you.waiting === undefined);

	await desk.getByRole("radio", { name: "Niemand mehr" }).click();
	await desk.getByText("Tür: geschlossen").waitFor();
	const late = await arena.api.call("POST", `/api/workshops/${code}/join`, { body: { name: "Zu spät" } });
	expect(late.status).toBe(403);
	return newcomer;
}

/** Whoever only watched is out as soon as their link is taken back. */
export async function takesLinkBack({ desk: { page: desk }, observer }: Cast): Promise<void> {
	observer.awaitLoss();
	await desk.getByRole("button", { name: "Zurückziehen: Beobachtung, Presse" }).click();
	await desk.getByRole("dialog").getByRole("button", { name: "Link zurückziehen" }).click();
	await observer.page.getByText("Ihr Link für die Beobachtung gilt nicht mehr").waitFor();
}
