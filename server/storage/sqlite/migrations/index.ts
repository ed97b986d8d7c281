import { initial } from "./001-initial.ts";
import { lateContributions } from "./002-late-contributions.ts";
import { history } from "./003-history.ts";
import { arrivals } from "./004-arrivals.ts";
import { stateVectors } from "./005-state-vectors.ts";
import { links } from "./006-links.ts";
import { occasions } from "./007-occasions.ts";
import { receipts } from "./008-receipts.ts";
import { materials } from "./009-materials.ts";
import type { Migration } from "./migration.ts";

/** All steps, in order. */
export const migrations: readonly Migration[] = [
	initial,
	lateContributions,
	history,
	arrivals,
	stateVectors,
	links,
	occasions,
	receipts,
	materials,
];
