/**
 * `npm run bench:export [groups …]`: what it takes to write a filled workshop's results, format by format: time, the
 * file's size, and the memory of the server and of the process that writes. 10 and 60 groups unless told otherwise.
 */
import { performance } from "node:perf_hooks";
import { FORMATS } from "../../server/export/exporter.ts";
import { holdWholeWorkshop } from "../harness/whole-workshop.ts";
import { ServerUnderLoad } from "./process.ts";

const SIZES = [10, 60];
/** What the package of ten groups, which has all formats in it, is promised. */
const PROMISED = { groups: 10, seconds: 30 };

const LOOK_MS = 50;

const asked = process.argv.slice(2).map(Number);
const sizes = asked.length === 0 ? SIZES : asked;
if (!sizes.every((groups) => Number.isInteger(groups) && groups > 0)) {
	console.error("groups are whole numbers");
	process.exit(1);
}

let kept = true;
for (const groups of sizes) kept = (await measure(groups)) && kept;
process.exit(kept ? 0 : 1);

async function measure(groups: number): Promise<boolean> {
	const server = await ServerUnderLoad.start({ args: ["--import", "tsx", "test/load/arena-server.ts"], env: {} });
	try {
		const url = `http://127.0.0.1:${server.port}`;
		// With one person a group there is as much in the sheets, and less to set up.
		const workshop = await holdWholeWorkshop({ url, groups, people: groups > PROMISED.groups ? 1 : 2 });
		console.log(`\n${groups} groups; the server has ${server.memory().toFixed(0)} MiB before`);
		console.log("| format | seconds | file, KB | server, MiB | writer at most, MiB |\n| --- | --- | --- | --- | --- |");
		const took = new Map<string, number>();
		let written = true;
		for (const format of FORMATS) {
			let writer = 0;
			// A process that has written much is gone at once: what it took is looked at while it writes.
			const looking = setInterval(() => {
				writer = Math.max(writer, server.peakOfChildren());
			}, LOOK_MS);
			const before = performance.now();
			const response = await fetch(`${url}/api/workshops/${workshop.id}/export.${format}`, {
				headers: { Authorization: `Bearer ${workshop.facilitatorToken}` },
			});
			const { byteLength } = await response.arrayBuffer();
			const seconds = (performance.now() - before) / 1_000;
			clearInterval(looking);
			took.set(format, seconds);
			written &&= response.ok;
			const verdict = response.ok ? "" : ` (refused: ${response.status})`;
			const [memory, most] = [server.memory(), writer].map((mebibytes) => mebibytes.toFixed(0));
			console.log(
				`| ${format}${verdict} | ${seconds.toFixed(2)} | ${(byteLength / 1_000).toFixed(0)} | ${memory} | ${most} |`,
			);
		}
		const inPackage = took.get("zip") ?? 0;
		const alone = [...took.values()].reduce((sum, seconds) => sum + seconds, -inPackage);
		const holds = groups !== PROMISED.groups || inPackage <= PROMISED.seconds;
		const goal = groups === PROMISED.groups ? ` of the ${PROMISED.seconds} promised${holds ? "" : ": EXCEEDED"}` : "";
		const ratio = (inPackage / alone).toFixed(2);
		console.log(
			`the package: ${inPackage.toFixed(1)} s${goal}; ${ratio} of its formats one by one (${alone.toFixed(1)} s)`,
		);
		return holds && written;
	} finally {
		await server.discard();
	}
}
