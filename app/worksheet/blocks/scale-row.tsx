import type { Point } from "../../../worksheets/blocks/points.ts";
import type { Scale } from "../../../worksheets/schema/parts.ts";
import { useSheet } from "../sheet-context.tsx";
import { RadioRow } from "./radio-row.tsx";

interface ScaleRowProps {
	scale: Scale;
	value: Point | null;
	onChange: (value: Point | null) => void;
	labelledBy: string;
	describedBy?: string | undefined;
}

/** A scale's points with their names, and „weiß nicht“ at the end, which is no point of it. */
export function ScaleRow({ scale, value, onChange, labelledBy, describedBy }: ScaleRowProps) {
	const { language, writable } = useSheet();
	const points = scale.points.map((point) => ({
		value: String(point.value),
		mark: String(point.value),
		label: point.label[language],
	}));
	const choose = (chosen: string | null) => onChange(chosen === null || chosen === "unknown" ? chosen : Number(chosen));
	return (
		<RadioRow
			choices={[...points, { value: "unknown", label: scale.unknown[language] }]}
			value={value === null ? null : String(value)}
			onChange={choose}
			disabled={!writable}
			labelledBy={labelledBy}
			describedBy={describedBy}
			layout="row"
		/>
	);
}
