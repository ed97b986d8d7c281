import { config } from "zod/mini";

// zod would try to compile its parsers with `new Function`, which our content policy reports. Whatever parses in the
// browser imports this file first.
config({ jitless: true });
