import type { ProgressState } from "../../../worksheets/contract/snapshot.ts";

/** Drawn where the word that means the same stands beside it or is read out. */
export const STATE_SYMBOL: Record<ProgressState, string> = { empty: "○", started: "◐", done: "✓" };
