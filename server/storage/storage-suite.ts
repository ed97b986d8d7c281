import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { DuplicateCommand, VersionConflict } from "./errors.ts";
import type { Storage } from "./storage.ts";
import { describeHistory } from "./storage-suite-history.ts";
import { describeLate } from "./storage-suite-late.ts";
import { describeLog } from "./storage-suite-log.ts";
import { describeMaterials } from "./storage-suite-materials.ts";
import { describeOccasions } from "./storage-suite-occasions.ts";
import { bytes, document, late, update, workshop } from "./testing/fixtures.ts";

export interface StorageUnderTest {
	storage: Storage;
	/** Closes the storage and opens another one on the same data. */
	reopen(): Promise<Storage>;
	/** Closes whatever is open and removes the data. */
	dispose(): Promise<void>;
}

/** What every implementation of `Storage` holds to. Each test has a workshop of its own. */
export function describeStorage(name: string, open: () => Promise<StorageUnderTest>): void {
	describe(name, () => {
		let opened: StorageUnderTest;
		let storage: Storage;

		beforeAll(async () => {
			opened = await open();
			storage = opened.storage;
		});
		afterAll(() => opened.dispose());

		describe("workshops", () => {
			it("finds a workshop by id and by code", async () => {
				await storage.createWorkshop(workshop("w-find"));
				expect(await storage.findWorkshop("w-find")).toEqual({
					id: "w-find",
					code: "code-w-find",
					createdAt: 1000,
					deleteOn: 9_000_000,
					version: 0,
					state: '{"phase":null}',
				});
				expect(await storage.findWorkshopIdByCode("code-w-find")).toBe("w-find");
			});

			it("knows nothing of a workshop that does not exist", async () => {
				expect(await storage.findWorkshop("nobody")).toBeNull();
				expect(await storage.findWorkshopIdByCode("nobody")).toBeNull();
				expect(await storage.definitions("nobody")).toEqual(new Map());
				expect(await storage.documentsOf("nobody")).toEqual([]);
			});

			it("keeps definitions, tokens and documents from the creation", async () => {
				await storage.createWorkshop(workshop("w-parts", ["d-parts"]));
				expect(await storage.definitions("w-parts")).toEqual(new Map([["inventory", '{"id":"inventory"}']]));
				expect(await storage.documentsOf("w-parts")).toEqual([document("w-parts", "d-parts")]);
				expect(await storage.findDocument("d-parts")).toEqual(document("w-parts", "d-parts"));
				expect(await storage.findToken(bytes("w-parts-token"))).toMatchObject({ workshopId: "w-parts" });
			});

			it("refuses a code that is taken and keeps nothing of that workshop", async () => {
				await storage.createWorkshop(workshop("w-first", [], { code: "same" }));
				await expect(storage.createWorkshop(workshop("w-second", ["d-second"], { code: "same" }))).rejects.toThrow();
				expect(await storage.findWorkshop("w-second")).toBeNull();
				expect(await storage.findDocument("d-second")).toBeNull();
			});
		});

		describe("sessions", () => {
			it("saves a command with everything it changed", async () => {
				await storage.createWorkshop(workshop("w-save"));
				const command = { id: "c-1", actor: "facilitator", answer: '{"ok":true}', at: 3000 };
				await storage.saveSession({
					workshopId: "w-save",
					version: 1,
					state: '{"phase":"one"}',
					deleteOn: 8000,
					code: "w-save-renewed",
					command,
					definitions: new Map([
						["outlook", '{"id":"outlook"}'],
						["inventory", '{"id":"another"}'],
					]),
					documents: [document("w-save", "d-save")],
					tokens: [
						{
							hash: bytes("w-save-anna"),
							workshopId: "w-save",
							role: "participant",
							participantId: "anna",
							linkId: null,
							createdAt: 3000,
						},
					],
				});
				expect(await storage.findWorkshop("w-save")).toMatchObject({
					version: 1,
					state: '{"phase":"one"}',
					deleteOn: 8000,
				});
				expect(await storage.findWorkshopIdByCode("w-save-renewed")).toBe("w-save");
				expect(await storage.findWorkshopIdByCode(workshop("w-save").code)).toBeNull();
				expect(await storage.findCommand("w-save", "c-1")).toEqual(command);
				expect(await storage.findDocument("d-save")).not.toBeNull();
				// What the workshop has taken up once stays as it was then.
				expect(await storage.definitions("w-save")).toEqual(
					new Map([
						["inventory", '{"id":"inventory"}'],
						["outlook", '{"id":"outlook"}'],
					]),
				);
				expect(await storage.findToken(bytes("w-save-anna"))).toEqual({
					hash: bytes("w-save-anna"),
					workshopId: "w-save",
					role: "participant",
					participantId: "anna",
					linkId: null,
					createdAt: 3000,
					revokedAt: null,
					usedOn: null,
				});
			});

			it("refuses a version that is not above the stored one and keeps nothing of that change", async () => {
				await storage.createWorkshop(workshop("w-version"));
				await storage.saveSession({ workshopId: "w-version", version: 5, state: "five" });
				const late = {
					workshopId: "w-version",
					version: 5,
					state: "late",
					command: { id: "c-late", actor: "facilitator", answer: "{}", at: 1 },
					documents: [document("w-version", "d-late")],
				};
				await expect(storage.saveSession(late)).rejects.toThrow(VersionConflict);
				expect(await storage.findWorkshop("w-version")).toMatchObject({ version: 5, state: "five" });
				expect(await storage.findCommand("w-version", "c-late")).toBeNull();
				expect(await storage.findDocument("d-late")).toBeNull();
			});

			it("keeps a refused command's answer whatever its version", async () => {
				await storage.createWorkshop(workshop("w-refused"));
				await storage.saveSession({ workshopId: "w-refused", version: 3, state: "three" });
				const command = { id: "c-no", actor: "anna", answer: '{"ok":false}', at: 1 };
				await storage.saveSession({ workshopId: "w-refused", version: 3, command });
				expect(await storage.findCommand("w-refused", "c-no")).toEqual(command);
				expect(await storage.findWorkshop("w-refused")).toMatchObject({ version: 3, state: "three" });
			});

			it("gives a command one effect, even where its repetition carries a new version", async () => {
				await storage.createWorkshop(workshop("w-twice"));
				const command = { id: "c-twice", actor: "anna", answer: "first", at: 1 };
				await storage.saveSession({ workshopId: "w-twice", version: 1, state: "one", command });
				const again = { workshopId: "w-twice", version: 2, state: "two", command: { ...command, answer: "second" } };
				await expect(storage.saveSession(again)).rejects.toThrow(DuplicateCommand);
				expect(await storage.findCommand("w-twice", "c-twice")).toMatchObject({ answer: "first" });
				expect(await storage.findWorkshop("w-twice")).toMatchObject({ version: 1, state: "one" });
			});

			it("keeps the same command id of two workshops apart", async () => {
				await storage.createWorkshop(workshop("w-one"));
				await storage.createWorkshop(workshop("w-other"));
				const command = { id: "c-shared", actor: "anna", answer: "one", at: 1 };
				await storage.saveSession({ workshopId: "w-one", version: 0, command });
				await storage.saveSession({ workshopId: "w-other", version: 0, command: { ...command, answer: "other" } });
				expect(await storage.findCommand("w-other", "c-shared")).toMatchObject({ answer: "other" });
			});

			it("refuses to save a session without a workshop", async () => {
				const command = { id: "c-lost", actor: "anna", answer: "{}", at: 1 };
				await expect(storage.saveSession({ workshopId: "nobody", version: 1, state: "{}", command })).rejects.toThrow();
				await expect(storage.saveSession({ workshopId: "nobody", version: 1, state: "{}" })).rejects.toThrow();
			});
		});

		describe("tokens", () => {
			it("finds a token that was added later", async () => {
				await storage.createWorkshop(workshop("w-token"));
				const token = {
					workshopId: "w-token",
					role: "observer",
					participantId: null,
					linkId: "l-1",
					createdAt: 5,
				} as const;
				await storage.addToken({ ...token, hash: bytes("late token") });
				expect(await storage.findToken(bytes("late token"))).toEqual({
					...token,
					hash: bytes("late token"),
					revokedAt: null,
					usedOn: null,
				});
				expect(await storage.findToken(bytes("unknown"))).toBeNull();
			});

			it("revokes all tokens of one link in one go, and no others", async () => {
				await storage.createWorkshop(workshop("w-links"));
				const link = { workshopId: "w-links", role: "observer", participantId: null, createdAt: 5 } as const;
				await storage.addToken({ ...link, linkId: "l-1", hash: bytes("l-1 first") });
				await storage.addToken({ ...link, linkId: "l-1", hash: bytes("l-1 second") });
				await storage.addToken({ ...link, linkId: "l-2", hash: bytes("l-2") });
				await storage.addToken({ ...link, linkId: null, hash: bytes("no link") });
				const revoked = async () => {
					const hashes = ["l-1 first", "l-1 second", "l-2", "no link", "w-links-token"];
					const found = await Promise.all(hashes.map((hash) => storage.findToken(bytes(hash))));
					return found.map((token) => token?.revokedAt);
				};
				await storage.saveSession({
					workshopId: "w-links",
					version: 1,
					state: "without l-1",
					revoke: { role: "observer", linkId: "l-1", at: 77 },
				});
				expect(await revoked()).toEqual([77, 77, null, null, null]);
				await storage.saveSession({
					workshopId: "w-links",
					version: 2,
					state: "renewed",
					revoke: { role: "facilitator", linkId: null, at: 88 },
					tokens: [{ ...link, role: "facilitator", linkId: "l-3", hash: bytes("l-3") }],
				});
				expect(await revoked()).toEqual([77, 77, null, null, 88]);
				expect(await storage.findToken(bytes("l-3"))).toMatchObject({ linkId: "l-3", revokedAt: null });
			});

			it("keeps the last day on which each link was used", async () => {
				await storage.createWorkshop(workshop("w-used"));
				const link = { workshopId: "w-used", role: "observer", participantId: null, createdAt: 5 } as const;
				await storage.addToken({ ...link, linkId: "l-1", hash: bytes("used first") });
				await storage.addToken({ ...link, linkId: "l-1", hash: bytes("used second") });
				await storage.addToken({ ...link, linkId: "l-2", hash: bytes("never used") });
				await storage.tokenUsed({ hash: bytes("used first"), on: 2000 });
				await storage.tokenUsed({ hash: bytes("used second"), on: 1000 });
				expect(await storage.linksUsed("w-used")).toEqual(new Map([["l-1", 2000]]));
				expect(await storage.findToken(bytes("used second"))).toMatchObject({ usedOn: 1000 });
				expect(await storage.linksUsed("w-other")).toEqual(new Map());
			});

			it("knows a recovery code by its hash, and the last one only", async () => {
				await storage.createWorkshop(workshop("w-recover"));
				expect(await storage.recoveryHash("w-recover")).toBeNull();
				await storage.saveSession({ workshopId: "w-recover", version: 0, recoveryHash: bytes("first") });
				await storage.saveSession({ workshopId: "w-recover", version: 0, recoveryHash: bytes("second") });
				expect(await storage.recoveryHash("w-recover")).toEqual(bytes("second"));
				await storage.createWorkshop(workshop("w-born", [], { recoveryHash: bytes("from the start") }));
				expect(await storage.recoveryHash("w-born")).toEqual(bytes("from the start"));
				expect(await storage.recoveryHash("unknown")).toBeNull();
			});
		});

		describeLog(() => storage);
		describeHistory(() => storage);
		describeLate(() => storage);
		describeOccasions(() => storage);
		describeMaterials(() => storage);

		describe("erasure", () => {
			it("lists workshops whose time has come", async () => {
				await storage.createWorkshop(workshop("w-due", [], { deleteOn: 500 }));
				await storage.createWorkshop(workshop("w-not-due", [], { deleteOn: 501 }));
				expect(await storage.dueForErasure(499)).not.toContain("w-due");
				expect(await storage.dueForErasure(500)).toContain("w-due");
				expect(await storage.dueForErasure(500)).not.toContain("w-not-due");
			});

			it("removes everything of a workshop, leaves its neighbour, and gives a receipt", async () => {
				await storage.createWorkshop(workshop("w-gone", ["d-gone-1", "d-gone-2"]));
				await storage.createWorkshop(workshop("w-stays", ["d-stays"]));
				await storage.appendUpdate(update("d-gone-1", 1, { claims: [5] }));
				await storage.appendUpdate(update("d-stays", 1));
				await storage.addLate(late("d-gone-1", "l-gone"));
				await storage.compact("d-gone-1", { seq: 1, state: bytes("snapshot"), at: 1 });
				const participant = { role: "participant", participantId: "anna", linkId: null, createdAt: 1 } as const;
				const command = { id: "c-gone", actor: "anna", answer: "{}", at: 1 };
				await storage.saveSession({ workshopId: "w-gone", version: 1, state: "one", command });
				for (const hash of ["first device", "second device"]) {
					await storage.addToken({ ...participant, workshopId: "w-gone", hash: bytes(hash) });
				}

				expect(await storage.eraseWorkshop("w-gone", 4242, "asked")).toBe(true);

				expect(await storage.findErasure("w-gone")).toEqual({
					workshopId: "w-gone",
					erasedAt: 4242,
					why: "asked",
					documents: 2,
					participants: 1,
				});
				expect(await storage.findWorkshop("w-gone")).toBeNull();
				expect(await storage.definitions("w-gone")).toEqual(new Map());
				expect(await storage.documentsOf("w-gone")).toEqual([]);
				expect(await storage.loadDocument("d-gone-1")).toBeNull();
				expect(await storage.lateOf("d-gone-1")).toEqual([]);
				expect(await storage.lateTotals("w-gone")).toEqual(new Map());
				expect(await storage.findToken(bytes("first device"))).toBeNull();
				expect(await storage.findCommand("w-gone", "c-gone")).toBeNull();
				await expect(storage.appendUpdate(update("d-gone-1", 2))).rejects.toThrow();
				expect((await storage.loadDocument("d-stays"))?.updates).toHaveLength(1);
			});

			it("frees the code and knows of no second erasure", async () => {
				await storage.createWorkshop(workshop("w-code", [], { code: "free me" }));
				await storage.eraseWorkshop("w-code", 1, "asked");
				expect(await storage.findWorkshopIdByCode("free me")).toBeNull();
				expect(await storage.eraseWorkshop("w-code", 2, "asked")).toBe(false);
				expect(await storage.findErasure("w-code")).toMatchObject({ erasedAt: 1 });
				await storage.createWorkshop(workshop("w-code-2", [], { code: "free me" }));
				expect(await storage.findWorkshopIdByCode("free me")).toBe("w-code-2");
			});

			it("has no receipt for what was never erased", async () => {
				expect(await storage.eraseWorkshop("nobody", 1, "asked")).toBe(false);
				expect(await storage.findErasure("nobody")).toBeNull();
			});
		});

		describe("closing", () => {
			it("keeps everything that was asked before, and refuses what comes after", async () => {
				await storage.createWorkshop(workshop("w-close", ["d-close"]));
				const last = storage.appendUpdate(update("d-close", 1, { claims: [3] }));
				const before = storage;
				const reopening = opened.reopen();
				await last;
				await expect(before.appendUpdate(update("d-close", 2))).rejects.toThrow();
				storage = await reopening;
				expect(before.isReady()).toBe(false);
				expect(storage.isReady()).toBe(true);
				expect(await storage.loadDocument("d-close")).toMatchObject({
					updates: [{ seq: 1, update: bytes("d-close 1") }],
					owners: new Map([[3, "anna"]]),
				});
				await storage.appendUpdate(update("d-close", 2));
			});
		});
	});
}
