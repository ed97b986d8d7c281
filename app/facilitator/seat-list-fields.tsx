import { useEffect, useRef, useState } from "react";
import { useMessages } from "../i18n/provider.tsx";
import { Button } from "../ui/button.tsx";
import { Icon } from "../ui/icon.tsx";
import { TextArea } from "../ui/text-area.tsx";
import { TextField } from "../ui/text-field.tsx";
import { type ListFileProblem, readListFile } from "./list-file.ts";
import type { ListProblem } from "./seat-list.ts";

interface SeatListFieldsProps {
	text: string;
	onText: (text: string) => void;
	/** What is wrong with the text that was looked at last. */
	problems: readonly ListProblem[];
	/** Whether the list was asked for and is empty. */
	empty: boolean;
}

/** A list to paste or to pick as a file. A file comes into the same field, so that it can be put right there. */
export function SeatListFields({ text, onText, problems, empty }: SeatListFieldsProps) {
	const { facilitator } = useMessages();
	const field = useRef<HTMLTextAreaElement>(null);
	const [wrongFile, setWrongFile] = useState<ListFileProblem | null>(null);

	async function take(file: File | undefined): Promise<void> {
		if (file === undefined) return;
		const read = readListFile(new Uint8Array(await file.arrayBuffer()));
		setWrongFile("problem" in read ? read.problem : null);
		if ("text" in read) onText(read.text);
	}

	function show(line: number): void {
		const lines = text.split(/\r\n|\r|\n/);
		// The field itself counts every line end as one sign.
		const start = lines.slice(0, line - 1).reduce((length, each) => length + each.length + 1, 0);
		field.current?.focus();
		field.current?.setSelectionRange(start, start + (lines[line - 1]?.length ?? 0));
	}

	return (
		<>
			<ListProblems problems={problems} onShow={show} />
			<TextArea
				ref={field}
				id="seat-list"
				label={facilitator.list}
				hint={facilitator.listHint}
				error={
					empty
						? facilitator.listEmpty
						: problems.length > 0
							? facilitator.listWrong({ count: problems.length })
							: undefined
				}
				rows={8}
				spellCheck={false}
				value={text}
				onChange={(event) => onText(event.target.value)}
			/>
			<TextField
				id="seat-file"
				type="file"
				label={facilitator.listFile}
				error={wrongFile === null ? undefined : facilitator.listFileWrong[wrongFile]}
				accept=".csv,.tsv,.txt,text/csv,text/plain,text/tab-separated-values"
				onChange={(event) => void take(event.target.files?.[0])}
			/>
		</>
	);
}

/** Every line that is wrong, by its number. Takes focus when it appears; each number leads to its line. */
function ListProblems({ problems, onShow }: { problems: readonly ListProblem[]; onShow: (line: number) => void }) {
	const { facilitator } = useMessages();
	const box = useRef<HTMLDivElement>(null);
	useEffect(() => {
		if (problems.length > 0) box.current?.focus();
	}, [problems]);
	if (problems.length === 0) return null;
	return (
		<div className="kern-alert kern-alert--danger error-summary" role="alert" tabIndex={-1} ref={box}>
			<div className="kern-alert__header">
				<Icon name="danger" />
				<h3 className="kern-title">{facilitator.listWrong({ count: problems.length })}</h3>
			</div>
			<ul className="kern-alert__body list-problems">
				{problems.map(({ line, text, kind }) => (
					<li key={line}>
						<Button variant="tertiary" onClick={() => onShow(line)}>
							{facilitator.listLine({ line })}
						</Button>{" "}
						<span>
							{facilitator.listProblem[kind]} <q>{text.trim().slice(0, 120)}</q>
						</span>
					</li>
				))}
			</ul>
		</div>
	);
}
