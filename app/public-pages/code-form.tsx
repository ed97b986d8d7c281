import { Form } from "@remix-run/react";
import { useEffect, useRef } from "react";
import type { RefusalCode } from "../../worksheets/contract/refusals.ts";
import { useMessages } from "../i18n/provider.tsx";
import { Button } from "../ui/button.tsx";
import { TextField } from "../ui/text-field.tsx";

export type CodeProblem = RefusalCode | "missing";

export interface CodeFormProps {
	typed: string;
	problem: CodeProblem | null;
}

/** The field for the code that somebody has read aloud. Loads a new document: the workshop brings its own language. */
export function CodeForm({ typed, problem }: CodeFormProps) {
	const { start, common } = useMessages();
	const field = useRef<HTMLInputElement>(null);

	useEffect(() => {
		if (problem !== null) field.current?.focus();
	}, [problem]);

	const sentence = { missing: start.missingCode, "not-found": start.unknownCode };
	const error =
		problem === null
			? undefined
			: problem === "missing" || problem === "not-found"
				? sentence[problem]
				: common.refusals[problem];
	return (
		<Form method="post" action="/?index" reloadDocument noValidate className="stack">
			<TextField
				ref={field}
				id="code"
				label={start.code}
				hint={start.codeHint}
				error={error}
				defaultValue={typed}
				required
				autoComplete="off"
				autoCapitalize="characters"
				spellCheck={false}
				inputMode="text"
				enterKeyHint="go"
				maxLength={40}
				width="medium"
				className="code-input"
			/>
			<div>
				<Button type="submit" variant="primary">
					{start.submit}
				</Button>
			</div>
		</Form>
	);
}
