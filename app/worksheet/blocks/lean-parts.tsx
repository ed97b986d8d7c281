import { type LeanStructureAnswer, leanFindings, leanTable } from "../../../worksheets/blocks/lean-structure.ts";
import { useSheet } from "../sheet-context.tsx";

/** What stands out about the bodies, and which parts of a lean structure are there. */
export function LeanParts({ answer, labelledBy }: { answer: LeanStructureAnswer; labelledBy: string }) {
	const { language } = useSheet();
	const { head, rows } = leanTable(answer, language);
	const findings = leanFindings(answer, language);
	return (
		<>
			{findings.length > 0 && (
				<dl className="sheet-findings">
					{findings.map(({ label, value }) => (
						<div key={`${label} ${value}`}>
							<dt>{label}</dt>
							<dd>{value}</dd>
						</div>
					))}
				</dl>
			)}
			<table className="sheet-profile" aria-labelledby={labelledBy}>
				<thead>
					<tr>
						{head.map((title) => (
							<th key={title} scope="col">
								{title}
							</th>
						))}
					</tr>
				</thead>
				<tbody>
					{rows.map(([part, state], index) => (
						<tr key={answer.parts[index]?.id}>
							<th scope="row">{part}</th>
							<td>{state}</td>
						</tr>
					))}
				</tbody>
			</table>
		</>
	);
}
