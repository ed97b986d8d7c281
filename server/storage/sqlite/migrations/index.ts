import { initial } from "./001-initial.ts";
import type { Migration } from "./migration.ts";

/** All steps, in order. */
export const migrations: readonly Migration[] = [initial];
