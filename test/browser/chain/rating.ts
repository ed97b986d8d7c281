import { expect } from "vitest";
import { found } from "../../flows/stage.ts";
import { hasFocus, tabTo } from "../accessibility.ts";
import {
	AGREED,
	alone,
	DIMENSIONS,
	DISSENT,
	EVIDENCE,
	GROUP_PHASE,
	GROUPS,
	type Group,
	labelled,
	type Meeting,
	MODULE,
	membersOf,
	plain,
	point,
	QUESTION,
	REASON,
	rated,
	SECOND_AGREED,
	SECOND_MODULE,
	type Seat,
	seatOf,
	spread,
	together,
} from "./cast.ts";
import { arrive, press, questions, toQuestion, type } from "./hands.ts";
import { type Rating, spreadSentence } from "./sums.ts";

/** Alone, then all of the group's values side by side, then one of the group's own. */

/** Everybody has a structure module in mind that nobody else hears of; Anna has the group's in mind as well. */
export async function thinksAlone(meeting: Meeting): Promise<void> {
	await Promise.all(
		meeting.seats.map(async ({ page, name, secret }) => {
			await arrive(page, /^Einzelarbeit/);
			if (name === "Anna") await choose(page, MODULE);
			await type(page.getByRole("textbox", { name: "Eigene Angabe hinzufügen" }), secret);
			await page.keyboard.press("Enter");
			await page.getByText(secret).first().waitFor();
		}),
	);
}

/** Each group's first member chooses for it; everybody goes to the question. */
export async function choosesModules(meeting: Meeting): Promise<void> {
	const modules: Record<Group, string[]> = { A: [MODULE, ...(meeting.date === 0 ? [SECOND_MODULE] : [])], B: [MODULE] };
	await Promise.all(meeting.seats.map(({ page }) => arrive(page, GROUP_PHASE)));
	for (const group of GROUPS) {
		const members = membersOf(meeting, group);
		const { page } = found(members[0], "member");
		for (const module of modules[group]) {
			await choose(page, module);
		}
		await Promise.all(
			members.map(async (member) => {
				for (const module of modules[group]) await questions(member.page).getByText(module).first().waitFor();
				await toQuestion(member.page, QUESTION);
				await alone(member.page).getByText("0 von 4 abgegeben").waitFor();
			}),
		);
	}
}

async function choose(page: Seat["page"], module: string): Promise<void> {
	await press(page.getByRole("button", { name: new RegExp(`^${module} auf Platz`) }));
	await page.getByRole("button", { name: `${module} herausnehmen` }).waitFor();
}

/** What one goes by: in the own sheet, which is opened whole for it and left again. */
export async function notesEvidence({ page }: Seat): Promise<void> {
	await press(page.locator("summary", { hasText: /^Meine Arbeits/ }));
	await press(page.getByRole("button", { name: /^Stand und Perspektiven.*Ihr eigenes Arbeitsblatt/ }));
	await questions(page).getByText(MODULE).first().waitFor();
	await toQuestion(page, QUESTION);
	await type(page.getByRole("textbox", { name: "Verstetigung Beleg" }), EVIDENCE);
	await page.getByText("Alle Änderungen gespeichert").first().waitFor();
	await press(page.getByRole("button", { name: "Zurück zur aktuellen Phase" }));
	await toQuestion(page, QUESTION);
	await alone(page).getByText("0 von 4 abgegeben").waitFor();
}

/** Rates by Tab and arrows alone, as somebody without a mouse would. */
export async function ratesByTab({ page, ratings }: Seat, date: number): Promise<void> {
	for (const [at, rating] of (ratings[date] ?? []).entries()) {
		const scale = scaleOf(page, at);
		await tabTo(page, point(scale, 0));
		// „Weiß nicht“ stands behind the last point.
		const steps = rating === "unknown" ? 5 : rating;
		await page.keyboard.press("Space");
		for (let step = 0; step < steps; step++) await page.keyboard.press("ArrowRight");
		await expect.poll(() => point(scale, rating).isChecked()).toBe(true);
	}
	await tabTo(page, submitIn(page));
	await page.keyboard.press("Enter");
	await alone(page).getByText("Ihre Einschätzung ist abgegeben.").waitFor();
	expect(await hasFocus(alone(page).getByRole("button", { name: "Noch einmal ändern" }))).toBe(true);
}

export async function rates({ page, ratings }: Seat, date: number): Promise<void> {
	for (const [at, rating] of (ratings[date] ?? []).entries()) await press(point(scaleOf(page, at), rating), "Space");
	await press(submitIn(page));
	await alone(page).getByText("Ihre Einschätzung ist abgegeben.").waitFor();
}

const scaleOf = (page: Seat["page"], dimension: number) =>
	alone(page).getByRole("radiogroup", { name: labelled(DIMENSIONS[dimension] ?? "") });
const submitIn = (page: Seat["page"]) => alone(page).getByRole("button", { name: "Einschätzung abgeben" });

/** Everybody; how many have is all that the others, and the desk, are shown. */
export async function everybodyRates(meeting: Meeting): Promise<void> {
	const { date, desk } = meeting;
	for (const group of GROUPS) {
		const members = membersOf(meeting, group);
		for (const [at, member] of members.entries()) {
			const { page } = member;
			const isFirst = group === "A" && at === 0;
			if (date === 0 && isFirst) {
				await ratesByTab(member, date);
				await meeting.look.screen(page, "chain-rating");
			} else {
				await rates(member, date);
			}
			for (const other of members) {
				await alone(other.page)
					.getByText(`${at + 1} von 4 abgegeben`)
					.waitFor();
				// So few could be told apart.
				const few = spread(other.page).getByText("Mit weniger als drei Einschätzungen");
				await expect.poll(() => few.count()).toBe(at + 1 < 3 ? 1 : 0);
				expect(await spread(other.page).locator("figure").count()).toBe(0);
			}
		}
	}
	await expect.poll(() => desk.page.getByText("4 von 4 abgegeben").count()).toBe(2);
}

export async function groupReveals(meeting: Meeting, group: Group): Promise<void> {
	const { page } = found(membersOf(meeting, group)[1], "member");
	await press(spread(page).getByRole("button", { name: "Verteilung aufdecken" }));
	await showsSpread(meeting, group);
}

export async function deskReveals(meeting: Meeting, ...groups: Group[]): Promise<void> {
	await press(meeting.desk.page.getByRole("button", { name: new RegExp(`^Für alle aufdecken: .*${MODULE}`) }));
	for (const group of groups) await showsSpread(meeting, group);
}

/** Every member's page has the numbers of the group's own members, and of nobody else. */
async function showsSpread(meeting: Meeting, group: Group): Promise<void> {
	const { date } = meeting;
	const members = membersOf(meeting, group);
	const sums = DIMENSIONS.map((_, at) => rated(members, date, at));
	const sentences = DIMENSIONS.map((label, at) => spreadSentence(label, found(sums[at], "sum")));
	for (const { page, ratings } of members) {
		const captions = spread(page).locator("figcaption");
		await expect.poll(async () => (await captions.allInnerTexts()).map(plain)).toEqual(sentences);
		await spread(page).getByText("Aufgedeckt: 4 von 4 hatten abgegeben.").waitFor();
		const tables = await spread(page)
			.locator("table")
			.evaluateAll((all) =>
				all.map((table) => [...table.querySelectorAll("td")].map((cell) => Number(cell.textContent))),
			);
		expect(tables).toEqual(sums.map(({ people, unknown }) => [...people, unknown]));
		// Drawn as often as said; one's own is marked, and nobody else's.
		const own = ratings[date]?.filter((rating) => rating !== "unknown").length;
		expect(await spread(page).locator(".distribution__dot").count()).toBe(sums.reduce((all, { n }) => all + n, 0));
		expect(await spread(page).locator(".distribution__dot--own").count()).toBe(own);
	}
}

/** Until a group has a value the cockpit names what is missing. */
export async function agree(meeting: Meeting, group: Group): Promise<void> {
	const { desk, date } = meeting;
	const line = desk.page
		.getByRole("listitem")
		.filter({ hasText: "aufgedeckt" })
		.filter({ hasText: `Gruppe ${group}` });
	const told = async () => plain((await line.first().innerText()).replace(/\s+/g, " "));
	await expect.poll(told).toContain(`ohne Gruppenwert: ${DIMENSIONS.join(", ")}`);
	const [first, second] = membersOf(meeting, group).map(({ page }) => page);
	const page = found(first, "page");
	const agreed = found(AGREED[date], "date")[group];
	await enterValues(page, agreed);
	if (group === "A" && date === 0) {
		await type(together(page).getByRole("textbox", { name: "Verstetigung Bemerkung" }), REASON);
		const other = found(second, "page");
		const dissent = together(other).getByRole("textbox", { name: "Verstetigung Abweichende Sicht" });
		await type(dissent, DISSENT);
		await expect
			.poll(() => together(page).getByRole("textbox", { name: "Verstetigung Abweichende Sicht" }).inputValue())
			.toBe(DISSENT);
	}
	const missing = DIMENSIONS.filter((_, at) => agreed[at] === null);
	await expect
		.poll(told)
		.toContain(missing.length === 0 ? "Gruppenwert vollständig" : `ohne Gruppenwert: ${missing.join(", ")}`);
}

async function enterValues(page: Seat["page"], values: readonly (Rating | null)[]): Promise<void> {
	for (const [at, value] of values.entries()) {
		if (value === null) continue;
		const scale = together(page).getByRole("radiogroup", { name: labelled(DIMENSIONS[at] ?? "", " Stand") });
		await press(point(scale, value), "Space");
		await expect.poll(() => point(scale, value).isChecked()).toBe(true);
	}
}

/** Group A has values of another module as well, without anybody having rated it alone. */
export async function agreeOnSecond(meeting: Meeting): Promise<void> {
	const { page } = seatOf(meeting, "Anna");
	await toQuestion(page, QUESTION, 1);
	await page.locator(".sheet-question__item").getByText(SECOND_MODULE).waitFor();
	await enterValues(page, SECOND_AGREED);
}

/** What the group takes to the plenary, in words. */
export async function writes({ page }: Seat, text: string): Promise<void> {
	const prompt = /Was nehmen wir ins Plenum mit/;
	await toQuestion(page, prompt);
	await type(page.getByRole("textbox", { name: prompt }), text);
	await page.getByText("Alle Änderungen gespeichert").first().waitFor();
}
