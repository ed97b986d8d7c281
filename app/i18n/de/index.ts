import { actors } from "./actors.ts";
import { create } from "./create.ts";
import { dimensions } from "./dimensions.ts";
import { facilitator } from "./facilitator.ts";
import { gallery } from "./gallery.ts";
import { help } from "./help.ts";
import { join } from "./join.ts";
import { legal } from "./legal.ts";
import { live } from "./live.ts";
import { material } from "./material.ts";
import { own } from "./own.ts";
import { plan } from "./plan.ts";
import { results } from "./results.ts";
import { room } from "./room.ts";
import { series } from "./series.ts";
import { sheet } from "./sheet.ts";
import { start } from "./start.ts";
import { table } from "./table.ts";

export const messages = {
	...live,
	actors,
	create,
	dimensions,
	facilitator,
	gallery,
	help,
	join,
	legal,
	material,
	own,
	plan,
	results,
	room,
	series,
	sheet,
	start,
	table,
};
