/** Seeds of schedules that once found a fault. They always run. */
export const FAILING_SEEDS: readonly number[] = [];
