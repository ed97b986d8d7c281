import { expect, it, vi } from "vitest";
import { StorageUnavailable } from "../errors.ts";
import { silent, update, workshop } from "../testing/fixtures.ts";
import { temporaryFolder } from "../testing/temporary-folder.ts";
import { openSqlite } from "./open.ts";

it("rejects writes while there is no room, keeps what it had, and goes on when there is room again", async () => {
	const directory = await temporaryFolder();
	const error = vi.fn();
	const storage = await openSqlite({ directory, logger: { ...silent, error }, maxPages: 100 });
	await storage.createWorkshop(workshop("w-ballast", ["d-ballast"]));
	await storage.createWorkshop(workshop("w", ["d"]));
	const chunk = new Uint8Array(60_000).fill(7);
	await storage.appendUpdate(update("d-ballast", 1, { update: chunk }));
	await storage.appendUpdate(update("d-ballast", 2, { update: chunk }));

	let seq = 0;
	const fill = async (): Promise<never> => {
		for (;;) {
			await storage.appendUpdate(update("d", seq + 1, { update: chunk }));
			seq += 1;
		}
	};
	await expect(fill()).rejects.toThrow(StorageUnavailable);
	expect(storage.isReady()).toBe(false);
	expect(error).toHaveBeenCalledWith("storage does not take writes", { health: "failing", code: "SQLITE_FULL" });
	expect((await storage.loadDocument("d"))?.updates.map((row) => row.seq)).toEqual(
		Array.from({ length: seq }, (_, index) => index + 1),
	);

	expect(await storage.eraseWorkshop("w-ballast", 1, "asked")).toBe(true);
	expect(storage.isReady()).toBe(true);
	await storage.appendUpdate(update("d", seq + 1, { update: chunk }));
	expect((await storage.loadDocument("d"))?.updates).toHaveLength(seq + 1);
	await storage.close();
});
