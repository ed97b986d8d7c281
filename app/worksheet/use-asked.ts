import { useMemo } from "react";
import { withDimensions } from "../../worksheets/schema/own-dimensions.ts";
import type { Worksheet } from "../../worksheets/schema/worksheet.ts";
import type { SheetProps } from "./sheet-props.ts";

/** The sheet as the workshop asks it now; what else changes of the workshop leaves it as it is. */
export function useAsked({
	worksheet,
	own: { dimensions, formerDimensions },
}: Pick<SheetProps, "worksheet" | "own">): Worksheet {
	return useMemo(
		() => withDimensions(worksheet, { dimensions, formerDimensions }),
		[worksheet, dimensions, formerDimensions],
	);
}
