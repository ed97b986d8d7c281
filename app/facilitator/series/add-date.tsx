import { useRevalidator } from "@remix-run/react";
import { type FormEvent, useRef, useState } from "react";
import type { RefusalCode } from "../../../worksheets/contract/refusals.ts";
import type { SeriesView } from "../../../worksheets/contract/series.ts";
import { useFormat } from "../../i18n/format.ts";
import { useMessages } from "../../i18n/provider.tsx";
import { request } from "../../session/api-client.ts";
import { Refused } from "../../session/refused.tsx";
import { useAnnounce } from "../../ui/announce.tsx";
import { Button } from "../../ui/button.tsx";
import { LinkButton } from "../../ui/link-button.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { type FileProblem, readResultsFile } from "./results-file.ts";

/** „Termin hinzufügen“: the next meeting, or an earlier one from its results file. */
export function AddDate({ home }: { home: SeriesView["home"] }) {
	const { series } = useMessages();
	return (
		<section className="series__part no-print" aria-labelledby="series-add">
			<h2 id="series-add">{series.add}</h2>
			<div className="series-add">
				<div className="stack">
					<h3>{series.addNext}</h3>
					<p>{series.addNextHint}</p>
					<div className="cluster">
						<LinkButton href={`/w/${home.workshop}/leitung`}>{series.addNextGo}</LinkButton>
					</div>
				</div>
				<AddFile home={home} />
			</div>
		</section>
	);
}

function AddFile({ home }: { home: SeriesView["home"] }) {
	const { series } = useMessages();
	const format = useFormat();
	const announce = useAnnounce();
	const { revalidate } = useRevalidator();
	const field = useRef<HTMLInputElement>(null);
	const [busy, setBusy] = useState(false);
	const [problem, setProblem] = useState<FileProblem | null>(null);
	const [refused, setRefused] = useState<RefusalCode | null>(null);

	async function add(event: FormEvent): Promise<void> {
		event.preventDefault();
		if (busy) return;
		setBusy(true);
		setRefused(null);
		setProblem(await send());
		setBusy(false);
	}

	/** What is wrong with the file; null where nothing is. */
	async function send(): Promise<FileProblem | null> {
		const file = field.current?.files?.[0];
		const read = await readResultsFile(file);
		if ("problem" in read) {
			field.current?.focus();
			return read.problem;
		}
		announce(series.adding);
		const added = await request("POST", `/api/workshops/${home.workshop}/occasions`, read.content);
		if (added.ok) {
			announce(series.added({ title: titleIn(added.value) ?? file?.name ?? "" }));
			if (field.current) field.current.value = "";
			revalidate();
			return null;
		}
		const known = KNOWN[added.refused];
		if (known === undefined) setRefused(added.refused);
		else field.current?.focus();
		return known ?? null;
	}

	return (
		<form className="stack" noValidate onSubmit={(event) => void add(event)}>
			<h3>{series.addFile}</h3>
			<p>
				{series.addFileHint} {series.addFileDeleted({ title: home.title, date: format.date(home.deleteOn) })}
			</p>
			<TextField
				ref={field}
				id="series-file"
				type="file"
				label={series.file}
				accept=".json,application/json"
				error={problem === null ? undefined : series.fileProblems[problem]}
				onChange={() => setProblem(null)}
			/>
			<Refused code={refused} />
			<div className="cluster">
				<Button type="submit" icon="plus" aria-disabled={busy || undefined}>
					{busy ? series.adding : series.addGo}
				</Button>
			</div>
		</form>
	);
}

/** What the server says of the file itself. */
const KNOWN: Partial<Record<RefusalCode, FileProblem>> = {
	malformed: "no-results",
	invalid: "no-results",
	full: "full",
	"too-large": "large",
};

function titleIn(answer: unknown): string | null {
	return typeof answer === "object" && answer !== null && "title" in answer && typeof answer.title === "string"
		? answer.title
		: null;
}
