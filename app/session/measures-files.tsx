import { useEffect, useState } from "react";
import * as z from "zod/mini";
import type { Language } from "../../worksheets/contract/languages.ts";
import { accepted, type Result, refusal } from "../../worksheets/contract/result.ts";
import { stepSchema } from "../../worksheets/contract/steps.ts";
import { hasDay, responsibleIn } from "../../worksheets/plan/responsible.ts";
import { useMessages } from "../i18n/provider.tsx";
import { request } from "./api-client.ts";
import { CalendarFiles } from "./calendar-files.tsx";
import { Refused } from "./refused.tsx";

const measuresSchema = z.array(stepSchema);

/** On the page of results: the plan's days. Nothing as long as it has none. */
export default function MeasuresFiles({ workshop, language }: { workshop: string; language: Language }) {
	const { results } = useMessages();
	const [responsible, setResponsible] = useState<Result<readonly string[] | null> | null>(null);
	useEffect(() => {
		let left = false;
		void loadResponsible(workshop, language).then((names) => {
			if (!left) setResponsible(names);
		});
		return () => {
			left = true;
		};
	}, [workshop, language]);
	if (responsible === null || (responsible.ok && responsible.value === null)) return null;
	return (
		<section className="stack-tight" aria-labelledby="calendar-title">
			<h2 id="calendar-title">{results.calendarTitle}</h2>
			{responsible.ok ? (
				<>
					<p>{results.calendarHint}</p>
					<CalendarFiles workshop={workshop} responsible={responsible.value ?? []} />
				</>
			) : (
				<Refused code={responsible.refused} />
			)}
		</section>
	);
}

/** Null where no measure has a day. */
async function loadResponsible(workshop: string, language: Language): Promise<Result<readonly string[] | null>> {
	const answer = await request("GET", `/api/workshops/${workshop}/measures`);
	if (!answer.ok) return answer;
	const parsed = measuresSchema.safeParse(answer.value);
	if (!parsed.success) return refusal("unavailable");
	return accepted(parsed.data.some(hasDay) ? responsibleIn(parsed.data, language) : null);
}
