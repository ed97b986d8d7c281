import type { Page } from "playwright-core";
import type { Person } from "../../harness/browser.ts";
import { toGroupWork } from "../../harness/group-work.ts";
import type { Room } from "../house.ts";
import { GROUP_PHASE } from "./cast.ts";

/** Played people fill the plan; every screen says that it is a rehearsal, and nothing of it is left. */
export async function rehearses(room: Room, { page: desk }: Person, projector: Page): Promise<void> {
	await desk.locator("summary").filter({ hasText: "Probelauf" }).click();
	await desk.getByLabel("Zahl der gespielten Teilnehmenden").fill("4");
	await desk.getByRole("button", { name: "Probelauf starten" }).click();
	await room.lead.until(({ participants }) => participants.filter(({ simulated }) => simulated).length === 4);
	await projector.getByText("Probelauf", { exact: true }).waitFor();
	await room.run(...toGroupWork(1, "group-structures"));
	await projector.getByRole("heading", { level: 1, name: GROUP_PHASE }).waitFor();
	await room.lead.until(({ progress }) =>
		progress.some(({ questions }) => questions.some(({ state }) => state !== "empty")),
	);

	await desk.getByRole("button", { name: "Probelauf beenden und alles daraus löschen" }).click();
	await room.lead.until(
		({ workshop, participants, groups }) =>
			workshop.status === "lobby" && !workshop.rehearsal && participants.length === 0 && groups.length === 0,
	);
	await desk.getByRole("button", { name: "Workshop starten" }).waitFor();
	await projector.getByText("Probelauf", { exact: true }).waitFor({ state: "detached" });
}
