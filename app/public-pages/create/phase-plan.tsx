import { useFormat } from "../../i18n/format.ts";
import { useMessages } from "../../i18n/provider.tsx";
import { Icon } from "../../ui/icon.tsx";
import { planTimes } from "./plan-times.ts";
import { minutesField } from "./read-create-form.ts";
import type { TemplateView } from "./template-view.ts";

export interface PhasePlanProps {
	template: TemplateView;
	/** As typed, by phase id. */
	minutes: Record<string, string>;
	onMinutes: (phase: string, minutes: string) => void;
	/** Epoch milliseconds; null while date or time are missing. */
	startsAt: number | null;
	/** By field id. */
	errors: ReadonlyMap<string, string>;
}

/** The phases with their lengths to change, and when each begins then. */
export function PhasePlan({ template, minutes, onMinutes, startsAt, errors }: PhasePlanProps) {
	const { create, common } = useMessages();
	const format = useFormat();
	const lengths = template.phases.map((phase) => Math.max(0, Math.trunc(Number(minutes[phase.id])) || 0));
	const total = lengths.reduce((sum, length) => sum + length, 0);
	const times = startsAt === null ? null : planTimes(startsAt, lengths);
	return (
		<div className="stack">
			<table className="kern-table plan">
				<caption className="kern-sr-only">{create.planCaption}</caption>
				<thead>
					<tr>
						{times && (
							<th scope="col" className="kern-table__header">
								{create.planStart}
							</th>
						)}
						<th scope="col" className="kern-table__header">
							{create.planPhase}
						</th>
						<th scope="col" className="kern-table__header">
							{create.planMinutes}
						</th>
					</tr>
				</thead>
				<tbody>
					{template.phases.map((phase, index) => {
						const field = minutesField(phase.id);
						const error = errors.get(field);
						return (
							<tr key={phase.id} className="kern-table__row">
								{times && (
									<td className="kern-table__cell tabular">{format.clock(times.starts[index] ?? times.end)}</td>
								)}
								<th scope="row" className="kern-table__cell plan__phase">
									{phase.title}
									<span className="plan__kind">{common.phaseKind[phase.kind]}</span>
								</th>
								<td className="kern-table__cell">
									<input
										id={field}
										name={field}
										type="text"
										inputMode="numeric"
										autoComplete="off"
										maxLength={4}
										className="kern-form-input__input plan__minutes"
										aria-label={create.minutesOf(phase.title)}
										aria-invalid={error ? true : undefined}
										aria-describedby={error ? `${field}-error` : undefined}
										value={minutes[phase.id] ?? ""}
										onChange={(event) => onMinutes(phase.id, event.currentTarget.value)}
									/>
									{error && (
										<p className="kern-error" id={`${field}-error`}>
											<Icon name="danger" />
											<span className="kern-body">{error}</span>
										</p>
									)}
								</td>
							</tr>
						);
					})}
				</tbody>
			</table>
			<p className="plan__sum">
				{times ? create.endsAt(format.time(times.end), format.duration(total)) : create.lasts(format.duration(total))}
			</p>
		</div>
	);
}
