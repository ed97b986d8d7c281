import { execFile } from "node:child_process";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect, onTestFinished, test } from "vitest";
import { checkFolders } from "../../server/library.ts";
import { projectPath } from "../../server/project-path.ts";
import { apiClient } from "../harness/api.ts";
import { documentOf, toGroupWork } from "../harness/group-work.ts";
import { startTestServer } from "../harness/server.ts";
import { dataFolder, found, openWorkshop } from "./stage.ts";

/** A folder with the very files that docs/worksheets.md tells people to write. */
async function folderOfTheGuide(): Promise<string> {
	const folder = await dataFolder();
	const guide = await readFile(projectPath("docs/worksheets.md"), "utf8");
	const files = [...guide.matchAll(/`my-folder\/([\w-]+\.yaml)`:\n\n```yaml\n(.*?)```/gs)];
	expect(files.map(([, name]) => name)).toEqual(["worksheet-public-space.yaml", "template-public-space.yaml"]);
	for (const [, name = "", text = ""] of files) await writeFile(join(folder, name), text);
	return folder;
}

test("the guide's example has nothing to mend, and people can work with it", async () => {
	const worksheetsDir = await folderOfTheGuide();
	expect(checkFolders({ extraDir: worksheetsDir }).lines).toEqual([]);
	const server = await startTestServer({ config: { worksheetsDir }, pages: false });
	onTestFinished(() => server[Symbol.asyncDispose]());
	const api = apiClient(server.url);
	const workshop = await openWorkshop({ api, url: server.url }, { template: "public-space-hour", people: 1 });
	await workshop.run(...toGroupWork(1, "work"));
	const { token } = found(workshop.people[0], "person");
	expect(documentOf(await api.snapshot(workshop.id, token), "group")).toBeTruthy();
});

test("the check says file, line and reason of what is wrong and of what is hard to read", async () => {
	const folder = await folderOfTheGuide();
	const path = join(folder, "worksheet-public-space.yaml");
	const text = await readFile(path, "utf8");
	const line = (of: string) => text.split("\n").findIndex((candidate) => candidate.includes(of)) + 1;
	await writeFile(
		path,
		text
			.replace("Was fehlt dort noch?", "Welche Bildungsangebote fehlen?")
			.replace("What is weakest?", `What ${"is ".repeat(40)}weakest?`)
			.replace("block: offers,", "block: offer,"),
	);
	const { code, stdout } = await check(folder);
	expect(code).toBe(1);
	const lines = stdout
		.trim()
		.split("\n")
		.map((each) => each.replace(`${path}:`, ""));
	expect(lines).toEqual([
		expect.stringMatching(
			`^${line("Was fehlt dort noch")}: sections.1..blocks.0..label.de: "Bildungsangebote" has 16 letters`,
		),
		expect.stringMatching(`^${line("What is weakest")}: sections.2..blocks.2..label.en: has 133 letters; at most 120`),
		expect.stringMatching(`^${line("block: offers")}: sections.2..blocks.2..of.1.: "offer" is no earlier matrix`),
		expect.stringMatching(/^\d+ files, 3 to mend$/),
	]);
});

async function check(folder: string): Promise<{ code: number; stdout: string }> {
	try {
		const { stdout } = await promisify(execFile)(
			process.execPath,
			["--import", "tsx", "server/worksheets-check.ts", folder],
			{ cwd: projectPath(".") },
		);
		return { code: 0, stdout };
	} catch (error) {
		const { code, stdout } = error as { code: number; stdout: string };
		return { code, stdout };
	}
}
