import { mkdir, readdir, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, it } from "vitest";
import { StorageUnavailable } from "../errors.ts";
import { temporaryFolder } from "../testing/temporary-folder.ts";
import { MaterialFolder } from "./material-folder.ts";

const MB = 1024 * 1024;
const bytes = new Uint8Array([1, 2, 3]);

it("leaves the last of the disk to what people type", async () => {
	const root = await temporaryFolder();
	const folder = new MaterialFolder(root, async () => 256 * MB + 2);
	await expect(folder.put("w", "one", bytes)).rejects.toThrow(StorageUnavailable);
	expect(await readdir(join(root, "w"))).toEqual([]);
	await folder.put("w", "two", bytes.subarray(0, 2));
	expect((await folder.read("w", "two"))?.bytes).toBe(2);
});

it("never writes over a file that is there", async () => {
	const folder = new MaterialFolder(await temporaryFolder());
	await folder.put("w", "one", bytes);
	folder.arrived("w", ["one"]);
	await expect(folder.put("w", "one", bytes)).rejects.toThrow(StorageUnavailable);
});

it("is its own user's alone", async () => {
	const root = await temporaryFolder();
	await new MaterialFolder(root).put("w", "one", bytes);
	expect((await stat(join(root, "w"))).mode & 0o077).toBe(0);
	expect((await stat(join(root, "w", "one"))).mode & 0o077).toBe(0);
});

it("sweeps up what is nobody's and touches nothing that is not of its making", async () => {
	const root = await temporaryFolder();
	const folder = new MaterialFolder(root);
	for (const [workshop, id] of [
		["w", "kept"],
		["w", "stray"],
		["gone", "one"],
	] as const) {
		await folder.put(workshop, id, bytes);
		folder.arrived(workshop, [id]);
	}
	await mkdir(join(root, "lost+found"));
	await writeFile(join(root, "w", "notes.txt"), "the operator's");
	await folder.sweep((workshop) => (workshop === "w" ? new Set(["kept"]) : null));
	expect((await readdir(root)).sort()).toEqual(["lost+found", "w"]);
	expect((await readdir(join(root, "w"))).sort()).toEqual(["kept", "notes.txt"]);
});
