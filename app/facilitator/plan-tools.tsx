import { accepted } from "../../worksheets/contract/result.ts";
import type { PlanToolsProps } from "../worksheet/plan-tools.ts";
import { LoadFailed } from "./load-failed.tsx";
import { useLoaded } from "./use-loaded.ts";

/** Fetches what feeds the plan with the plan: no other sheet needs it. */
export function PlanTools(props: PlanToolsProps) {
	const [tools, again] = useLoaded("plan", async () => accepted((await import("./take-steps.tsx")).default));
	switch (tools.state) {
		case "loading":
			return null;
		case "failed":
			return <LoadFailed refused={tools.refused} again={again} />;
		case "ready":
			return <tools.value {...props} />;
	}
}
