import { Form, useNavigation } from "@remix-run/react";
import { useState } from "react";
import type { RefusalCode } from "../../../worksheets/contract/refusals.ts";
import { useLanguage, useMessages } from "../../i18n/provider.tsx";
import { useTimeZone } from "../../i18n/time-zone.ts";
import { Alert } from "../../ui/alert.tsx";
import { Button } from "../../ui/button.tsx";
import { ErrorSummary } from "../../ui/error-summary.tsx";
import { LinkButton } from "../../ui/link-button.tsx";
import { PageHead } from "../../ui/page-head.tsx";
import { PublicPage } from "../public-page.tsx";
import { DetailFields } from "./detail-fields.tsx";
import { PhasePlan } from "./phase-plan.tsx";
import { problemText } from "./problem-text.ts";
import type { CreateValues, FieldProblem } from "./read-create-form.ts";
import { TemplateFacts } from "./template-facts.tsx";
import type { TemplateView } from "./template-view.ts";
import { wallTimeToEpoch } from "./wall-time.ts";

export interface CreateFormProps {
	template: TemplateView;
	/** The operator's upper bound and the default. */
	retentionDays: number;
	passwordNeeded: boolean;
	/** What came back from the server; null at first. */
	answer: { values: CreateValues; problems: FieldProblem[]; refused: RefusalCode | null } | null;
}

/** The second step: what the workshop is called, when and where it is, and how long each phase takes. */
export function CreateForm({ template, retentionDays, passwordNeeded, answer }: CreateFormProps) {
	const { create, common } = useMessages();
	const language = useLanguage();
	const timeZone = useTimeZone();
	const busy = useNavigation().state !== "idle";
	const [values, setValues] = useState(() => answer?.values ?? initialValues(template, retentionDays, language));
	const set = (changed: Partial<CreateValues>) => setValues((before) => ({ ...before, ...changed }));
	const problems = answer?.problems ?? [];
	const summary = problems.map(({ field, problem }) => ({
		field,
		message: problemText(problem, create, retentionDays),
	}));
	const errors = new Map(summary.map(({ field, message }) => [field, message]));

	return (
		<PublicPage>
			<PageHead title={create.title} />
			<section className="panel stack-tight" aria-labelledby="template">
				<h2 id="template">
					{create.chosen}: {template.title}
				</h2>
				<TemplateFacts template={template} />
				<p>
					<LinkButton variant="tertiary" href="/neu" className="flush">
						{create.chooseOther}
					</LinkButton>
				</p>
			</section>
			<Form method="post" noValidate className="stack-loose">
				<ErrorSummary errors={summary} />
				{answer?.refused && (
					<Alert kind="danger" title={create.failed} role="alert">
						<p>{common.refusals[answer.refused]}</p>
					</Alert>
				)}
				<input type="hidden" name="template" value={template.id} />
				<input type="hidden" name="timeZone" value={timeZone} />
				<section className="stack">
					<h2>{create.detailsTitle}</h2>
					<DetailFields
						template={template}
						values={values}
						onChange={set}
						errors={errors}
						retentionDays={retentionDays}
						passwordNeeded={passwordNeeded}
					/>
				</section>
				<section className="stack">
					<h2>{create.planTitle}</h2>
					<PhasePlan
						template={template}
						minutes={values.minutes}
						onMinutes={(phase, minutes) => set({ minutes: { ...values.minutes, [phase]: minutes } })}
						startsAt={wallTimeToEpoch(values.date, values.time, timeZone)}
						errors={errors}
					/>
				</section>
				<div>
					<Button type="submit" variant="primary" disabled={busy}>
						{busy ? create.submitting : create.submit}
					</Button>
				</div>
			</Form>
		</PublicPage>
	);
}

function initialValues(template: TemplateView, retentionDays: number, wished: "de" | "en"): CreateValues {
	const language = template.languages.includes(wished) ? wished : (template.languages[0] ?? wished);
	return {
		title: template.titles[language],
		language,
		date: "",
		time: "",
		place: "",
		retentionDays: String(retentionDays),
		namesAtEnd: "kept",
		minutes: Object.fromEntries(template.phases.map((phase) => [phase.id, String(phase.minutes)])),
	};
}
