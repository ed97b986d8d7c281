/** Preloaded by workers that run from source: `--import tsx` itself does nothing in a worker thread of Node 20. */
import { register } from "tsx/esm/api";

register();
