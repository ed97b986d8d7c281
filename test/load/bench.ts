/**
 * `npm run bench [figure …] [--quick] [--rounds=5] [--seconds=10] [--only=arena,relay] [--prof=folder]`: Arena beside
 * its peers, the server on one core, the load on the other, all in one run. Compare ratios, not milliseconds.
 */
import { parseArgs } from "node:util";
import { CONTENDERS, prepare } from "./contenders.ts";
import { capacity } from "./figures/capacity.ts";
import type { Figure, Row, Scale } from "./figures/figure.ts";
import { fsyncs } from "./figures/fsync.ts";
import { joins } from "./figures/joins.ts";
import { kills } from "./figures/kills.ts";
import { memory } from "./figures/memory.ts";
import { reconnects } from "./figures/reconnects.ts";
import { typing } from "./figures/typing.ts";
import { canPin, pinLoad } from "./process.ts";
import { table } from "./table.ts";

const FIGURES: Record<string, Figure> = { fsync: fsyncs, typing, joins, reconnects, memory, kills, capacity };

const { values: options, positionals } = parseArgs({
	allowPositionals: true,
	options: {
		quick: { type: "boolean", default: false },
		rounds: { type: "string" },
		seconds: { type: "string" },
		only: { type: "string" },
		prof: { type: "string" },
	},
});

const scale: Scale = {
	rounds: Number(options.rounds ?? (options.quick ? 1 : 5)),
	seconds: Number(options.seconds ?? (options.quick ? 5 : 10)),
	size: options.quick ? 0.2 : 1,
	only:
		options.only === undefined
			? null
			: new Set(
					Object.values(CONTENDERS).flatMap(({ name }) => (options.only?.split(",").includes(name) ? [name] : [])),
				),
	nodeArgs: options.prof === undefined ? [] : ["--cpu-prof", `--cpu-prof-dir=${options.prof}`],
};

const chosen = positionals.length === 0 ? Object.keys(FIGURES) : positionals;
const unknown = chosen.find((name) => !(name in FIGURES));
if (unknown !== undefined) {
	console.error(`${unknown} is no figure; there are ${Object.keys(FIGURES).join(", ")}`);
	process.exit(1);
}
await prepare();
pinLoad();
if (!canPin) console.log("taskset or a second core is missing: server and load share what there is");

const rows: Row[] = [];
for (const name of chosen) {
	rows.push(...((await FIGURES[name]?.(scale, (line) => console.log(line))) ?? []));
}
console.log(`\n${table(rows)}`);
process.exit(0);
