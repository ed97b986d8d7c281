import { useEffect, useState } from "react";
import * as z from "zod/mini";
import type { Language } from "../../worksheets/contract/languages.ts";
import { accepted, type Result, refusal } from "../../worksheets/contract/result.ts";
import { type Step, stepSchema } from "../../worksheets/contract/steps.ts";
import { bodiesIn } from "../../worksheets/plan/bodies.ts";
import { hasDay, responsibleIn } from "../../worksheets/plan/responsible.ts";
import { useMessages } from "../i18n/provider.tsx";
import { request } from "./api-client.ts";
import { CalendarFiles } from "./calendar-files.tsx";
import { PartDownloads } from "./part-downloads.tsx";
import { Refused } from "./refused.tsx";

const measuresSchema = z.array(stepSchema);

/** On the page of results: a paper for each body that the plan names, and the plan's days. Nothing where it has none. */
export default function MeasuresFiles({ workshop, language }: { workshop: string; language: Language }) {
	const { results } = useMessages();
	const [measures, setMeasures] = useState<Result<readonly Step[]> | null>(null);
	useEffect(() => {
		let left = false;
		void loadMeasures(workshop).then((loaded) => {
			if (!left) setMeasures(loaded);
		});
		return () => {
			left = true;
		};
	}, [workshop]);
	if (measures === null) return null;
	if (!measures.ok) {
		return (
			<section className="stack-tight" aria-labelledby="calendar-title">
				<h2 id="calendar-title">{results.calendarTitle}</h2>
				<Refused code={measures.refused} />
			</section>
		);
	}
	const bodies = bodiesIn(measures.value, language);
	return (
		<>
			{bodies.length > 0 && (
				<section className="stack-tight" aria-labelledby="decisions-title">
					<h2 id="decisions-title">{results.decisionsTitle}</h2>
					<p>{results.decisionsHint}</p>
					<PartDownloads
						workshop={workshop}
						parts={bodies.map((body) => ({ name: body, part: { kind: "decision", body } }))}
						linkName={results.downloadPart}
					/>
				</section>
			)}
			{measures.value.some(hasDay) && (
				<section className="stack-tight" aria-labelledby="calendar-title">
					<h2 id="calendar-title">{results.calendarTitle}</h2>
					<p>{results.calendarHint}</p>
					<CalendarFiles workshop={workshop} responsible={responsibleIn(measures.value, language)} />
				</section>
			)}
		</>
	);
}

async function loadMeasures(workshop: string): Promise<Result<readonly Step[]>> {
	const answer = await request("GET", `/api/workshops/${workshop}/measures`);
	if (!answer.ok) return answer;
	const parsed = measuresSchema.safeParse(answer.value);
	return parsed.success ? accepted(parsed.data) : refusal("unavailable");
}
