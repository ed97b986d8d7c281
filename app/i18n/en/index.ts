import type { Messages } from "../messages.ts";
import { common } from "./common.ts";
import { create } from "./create.ts";
import { facilitator } from "./facilitator.ts";
import { help } from "./help.ts";
import { join } from "./join.ts";
import { legal } from "./legal.ts";
import { session } from "./session.ts";
import { sheet } from "./sheet.ts";
import { start } from "./start.ts";

export const messages = { common, create, facilitator, help, join, legal, session, sheet, start } satisfies Messages;
