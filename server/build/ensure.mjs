/** Builds when the build is missing or made from other sources. */
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { sourceStamp, stampFile } from "./stamp.mjs";

const fresh = existsSync(stampFile) && readFileSync(stampFile, "utf8") === sourceStamp();
if (!fresh) {
	console.log("Building Arena …");
	execFileSync(process.execPath, ["server/build/build.mjs"], { stdio: ["ignore", "ignore", "inherit"] });
}
