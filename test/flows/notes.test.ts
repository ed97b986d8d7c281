import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { accept, addParagraph, dataFolder, found, line, openWorkshop, sheet, stage } from "./stage.ts";

test("private notes: durable, in their owner's download, and in nobody else's", async () => {
	const dataDir = await dataFolder();
	const before = await stage({ dataDir });
	const workshop = await openWorkshop(before, { people: 2 });
	const [anna, ben] = workshop.people.map(({ token }) => token);
	await workshop.run({ type: "session.start" });
	const seat = await line(before.url, found(anna, "Anna"));
	accept(await seat.command({ type: "notes.open" }));
	const { documents } = await seat.until(({ documents: all }) => all.some(({ worksheet }) => worksheet === "notes"));
	const notes = found(
		documents.find(({ worksheet }) => worksheet === "notes"),
		"notes",
	).id;
	const secret = `Nur für mich ${randomUUID()}`;
	const mine = await sheet(before.url, notes, found(anna, "Anna"));
	addParagraph(mine.doc, "notes", secret);
	// The empty step 2 of the beginning counts too.
	await mine.untilSaved(2);
	mine.provider.destroy();
	await before.server.close();

	const after = await stage({ dataDir });
	const file = async (format: string, token: string) => {
		const answer = await after.api.call("GET", `/api/workshops/${workshop.id}/export.${format}`, { token });
		return await answer.text();
	};
	for (const format of ["md", "json"]) {
		expect(await file(format, found(anna, "Anna"))).toContain(secret);
		for (const token of [workshop.facilitatorToken, found(ben, "Ben")]) {
			expect(await file(format, token)).not.toContain(secret);
			expect(JSON.stringify(await after.api.snapshot(workshop.id, token))).not.toContain(notes);
		}
	}
	for (const token of [workshop.facilitatorToken, found(ben, "Ben")]) {
		const answer = await after.api.call("GET", `/api/documents/${notes}/late`, { token });
		expect(answer.status).toBe(403);
	}
	const again = await sheet(after.url, notes, found(anna, "Anna"));
	expect(again.doc.getXmlFragment("notes").toString()).toContain(secret);
});
