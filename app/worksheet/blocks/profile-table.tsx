import type { CSSProperties } from "react";
import type { ProfileAnswer } from "../../../worksheets/blocks/profile.ts";
import { generatedWords } from "../../../worksheets/report/generated-words.ts";
import { oneDecimal } from "../../../worksheets/report/numbers.ts";
import { useSheet } from "../sheet-context.tsx";

/** Each condition with its mean, as a number, in the scale's word and as a bar. */
export function ProfileTable({ answer, labelledBy }: { answer: ProfileAnswer; labelledBy: string }) {
	const { language } = useSheet();
	const words = generatedWords[language].profile;
	return (
		<table className="sheet-profile" aria-labelledby={labelledBy}>
			<thead>
				<tr>
					<th scope="col">{words.condition}</th>
					<th scope="col">{words.mean(answer.lowest, answer.highest)}</th>
					<th scope="col">{words.rated}</th>
				</tr>
			</thead>
			<tbody>
				{answer.conditions.map(({ block, name, mean, near, rated, unknown, rows }) => (
					<tr key={block}>
						<th scope="row">{name[language]}</th>
						<td>
							{mean === null ? (
								<span className="sheet-muted">{words.notRated}</span>
							) : (
								<>
									<strong>{oneDecimal(mean, language)}</strong> {near?.[language]}
									<span className="sheet-profile__track" aria-hidden="true">
										<span
											className="sheet-profile__bar"
											style={share((mean - answer.lowest) / (answer.highest - answer.lowest))}
										/>
									</span>
								</>
							)}
						</td>
						<td>
							{words.ofAll(rated, rows)}
							{unknown > 0 && <span className="sheet-profile__unknown sheet-muted">{words.unknownCount(unknown)}</span>}
						</td>
					</tr>
				))}
			</tbody>
		</table>
	);
}

/** How much of the track the bar fills, from 0 to 1, for the style sheet. */
function share(value: number): CSSProperties {
	return { "--share": value } as CSSProperties;
}
