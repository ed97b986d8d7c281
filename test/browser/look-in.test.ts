import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { found } from "../flows/stage.ts";
import { VIEWPORTS } from "../harness/browser.ts";
import { TWELVE } from "../harness/twelve.ts";
import { hasFocus, inspection, tabTo } from "./accessibility.ts";
import { house } from "./house.ts";
import { typeAnswer } from "./people.ts";

const arena = house({ env: TWELVE });

/** Where a group sees that somebody looks in. */
const badge = (page: Page) => page.locator(".group-bar").getByText("Moderation schaut zu");

/** Anna and Ben, each in a group of their own, at work. */
async function twoGroups() {
	const room = await arena.room({ template: "twelve" });
	const anna = await arena.seated(room, "Anna");
	const ben = await arena.seated(room, "Ben", { viewport: VIEWPORTS.phone });
	await room.run({ type: "groups.create", count: 2 });
	const [first, second] = room.lead.snapshot().groups;
	await room.run(
		{ type: "groups.move", participant: anna.participantId, group: found(first, "group").id },
		{ type: "groups.move", participant: ben.participantId, group: found(second, "group").id },
		{ type: "session.start" },
	);
	for (const { page } of [anna, ben]) await page.getByRole("heading", { level: 1, name: "Gruppenarbeit" }).waitFor();
	return { room, anna: anna.page, ben: ben.page };
}

test("looking in by keyboard: the group is told while it lasts, nothing can be written until one says so", async () => {
	const { room, anna, ben } = await twoGroups();
	const desk = (await arena.facilitator(room)).page;
	const open = desk.getByRole("button", { name: /^Hinschauen: .*Gruppe A/ });
	await expect.poll(() => desk.getByRole("button", { name: "Nächste Phase" }).isEnabled()).toBe(true);
	await tabTo(desk, open);
	await desk.keyboard.press("Enter");
	const dialog = desk.getByRole("dialog");
	await badge(anna).waitFor();
	await dialog.getByText("Sie lesen mit. Die Gruppe sieht: „Moderation schaut zu“.").waitFor();
	await dialog.getByRole("heading", { name: "Worum geht es in Ihrem Vorhaben?" }).waitFor();
	expect(await dialog.locator("[contenteditable=true]").count()).toBe(0);
	expect(await badge(ben).count()).toBe(0);
	// It is said once, to those who listen.
	await expect
		.poll(() => anna.locator("[aria-live=polite], [role=status]").allInnerTexts())
		.toContain("Moderation schaut zu");
	const { problems, screen } = inspection();
	await screen(anna, "looked-at");
	await screen(desk, "look-in");
	expect(problems).toEqual([]);

	// Reading what it was is reading, too.
	await dialog.getByRole("button", { name: "Frühere Stände" }).press("Enter");
	await dialog.getByText("Von diesem Arbeitsblatt gibt es noch keine früheren Stände.").waitFor();
	await room.run({ type: "broadcast", text: "Noch da" });
	await anna.getByText("Noch da").first().waitFor();
	expect(await badge(anna).count()).toBe(1);
	await dialog.getByRole("button", { name: "Zurück zum Arbeitsblatt" }).press("Enter");

	// Writing is a step of its own, and the next look begins without it.
	await dialog.getByRole("button", { name: "Mitschreiben" }).press("Enter");
	await dialog.getByText("Sie schreiben jetzt mit.").waitFor();
	await typeAnswer(desk, /Worum geht es/, "Ein Wort von vorn. ");
	await anna.getByText("Ein Wort von vorn.").first().waitFor();
	await dialog.getByRole("button", { name: "Schließen" }).press("Enter");
	await dialog.waitFor({ state: "hidden" });
	expect(await hasFocus(open)).toBe(true);
	await badge(anna).waitFor({ state: "detached" });
	await desk.keyboard.press("Enter");
	await dialog.getByRole("button", { name: "Mitschreiben" }).waitFor();
	await badge(anna).waitFor();
	expect(await dialog.locator("[contenteditable=true]").count()).toBe(0);

	// A page that is closed in the middle of it looks in no longer.
	await desk.close({ runBeforeUnload: false });
	await badge(anna).waitFor({ state: "detached" });
});

test("whoever looks in sees that another one does", async () => {
	const { room, anna } = await twoGroups();
	const [one, other] = [await arena.facilitator(room), await arena.facilitator(room)];
	await one.page.getByRole("button", { name: /^Hinschauen: .*Gruppe A/ }).click();
	await badge(anna).waitFor();
	const card = other.page.locator(".group-card", { hasText: "Gruppe A" });
	await card.getByText("Moderation schaut zu").waitFor();
	await one.page.keyboard.press("Escape");
	await card.getByText("Moderation schaut zu").waitFor({ state: "detached" });
});
