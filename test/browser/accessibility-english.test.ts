import { expect, test } from "vitest";
import { inspection } from "./accessibility.ts";
import { house } from "./house.ts";

const arena = house();

test("a workshop in English is accessible in every width and theme", async () => {
	const { screen, problems } = inspection();
	const [desk, anna] = await Promise.all([
		arena.person({ locale: "en-GB" }).then(({ page }) => page),
		arena.person({ locale: "en-GB" }).then(({ page }) => page),
	]);
	await desk.goto(arena.url);
	await screen(desk, "en-start");
	await desk.getByRole("link", { name: "Create workshop" }).click();
	await desk.getByRole("link", { name: "Use template" }).first().click();
	await desk.getByLabel("Title").waitFor();
	await screen(desk, "en-create");
	await desk.getByRole("button", { name: "Create workshop" }).click();
	const link = desk.getByLabel("Join link");
	await link.waitFor();
	await screen(desk, "en-links");
	const joinUrl = await link.inputValue();

	await anna.goto(joinUrl);
	await anna.getByLabel("Name or initials").waitFor();
	await screen(anna, "en-join");
	await anna.getByLabel("Name or initials").fill("Anna");
	await anna.getByRole("button", { name: "Join" }).click();
	await anna.getByText("We are about to start").first().waitFor();
	await screen(anna, "en-lobby");

	await desk.getByRole("link", { name: "To the facilitator's page" }).click();
	await desk.getByText("1 of 1 connected").waitFor();
	// The page answers to clicks once its line is there.
	await expect.poll(() => desk.getByRole("button", { name: "Start workshop" }).isEnabled()).toBe(true);
	await desk.getByRole("button", { name: "Form groups" }).click();
	await desk.getByRole("dialog").getByRole("button", { name: "Form groups" }).click();
	await desk.getByRole("button", { name: "Start workshop" }).click();
	await desk
		.getByRole("button", { name: /^Go to phase .*1/ })
		.first()
		.click();
	await anna.getByRole("heading", { level: 1, name: /Group phase 1/i }).waitFor();
	await anna.getByRole("textbox").first().waitFor();
	await Promise.all([screen(anna, "en-sheet"), screen(desk, "en-cockpit")]);

	await desk.getByRole("button", { name: "End workshop" }).first().click();
	await desk.getByRole("dialog").getByRole("button", { name: "End workshop" }).click();
	await anna.getByRole("link", { name: "Download results" }).click();
	await anna.getByText("Download PDF").first().waitFor();
	await screen(anna, "en-results");
	expect(problems).toEqual([]);
});
