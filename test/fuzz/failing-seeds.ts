/** Seeds of schedules that once found a fault. They always run. */
export const FAILING_SEEDS: readonly number[] = [];

/** The same of two copies of a document among malformed frames. */
export const FAILING_COPIES: readonly number[] = [6, 27, 38];

/** Faults that are still there: something that stands behind what it stands before, in whatever order that came. */
export const OPEN_COPIES: readonly number[] = [61];
