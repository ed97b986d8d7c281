/** Seeds of schedules that once found a fault. They always run. */
export const FAILING_SEEDS: readonly number[] = [];

/** The same of two copies of a document among malformed frames. */
export const FAILING_COPIES: readonly number[] = [6, 27, 38, 61];
