/** `npm start`: a fresh build if one is needed, then the server in this very process, so that signals reach it. */
import "./ensure.mjs";

process.env.NODE_ENV ??= "production";
await import(new URL("../../build/server/main.js", import.meta.url).href);
