import { ACCESS_OPERATIONS } from "./access.ts";
import { DOCUMENT_OPERATIONS } from "./documents.ts";
import { INSTANCE_OPERATIONS } from "./instance.ts";
import { MATERIAL_OPERATIONS } from "./materials.ts";
import type { Operation } from "./operation.ts";
import { SERIES_OPERATIONS } from "./series.ts";
import { TAKE_HOME_OPERATIONS } from "./take-home.ts";
import { WORKSHOP_OPERATIONS } from "./workshops.ts";

/** Every call of the HTTP API. */
export const OPERATIONS: readonly Operation[] = [
	...INSTANCE_OPERATIONS,
	...WORKSHOP_OPERATIONS,
	...ACCESS_OPERATIONS,
	...DOCUMENT_OPERATIONS,
	...TAKE_HOME_OPERATIONS,
	...MATERIAL_OPERATIONS,
	...SERIES_OPERATIONS,
];
