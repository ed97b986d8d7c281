/** Seeds of schedules that once found a fault. They always run. */
export const FAILING_SEEDS: readonly number[] = [];

/** The same of two copies of a document among malformed frames. */
export const FAILING_COPIES: readonly number[] = [6, 27, 38, 61];

/** The same of people who write and are taken for forgers, or whose words do not come. */
export const FAILING_HONEST: readonly number[] = [
	1020, 1288, 1358, 1529, 1545, 1604, 1706, 268315110, 268315295, 268315902,
];

/** Faults that are still there: an undo in Yjs that puts something back between one thing and itself. */
export const OPEN_HONEST: readonly number[] = [268315142];
