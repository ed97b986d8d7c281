import { Form } from "@remix-run/react";
import type { RefusalCode } from "../../../worksheets/contract/refusals.ts";
import { useMessages } from "../../i18n/provider.tsx";
import { Alert } from "../../ui/alert.tsx";
import { Button } from "../../ui/button.tsx";
import { ErrorSummary } from "../../ui/error-summary.tsx";
import { PageHead } from "../../ui/page-head.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { PublicPage } from "../public-page.tsx";
import { useSingleSubmit } from "../use-single-submit.ts";
import type { TakenOverProps } from "./taken-over.tsx";

/** What has to be put right, with what was typed: sixteen characters are not typed twice for one. */
export interface TakeOverProblem {
	facilitatorUrl: null;
	values: { code: string; recoveryCode: string };
	missing: ("code" | "recovery-code")[];
	refused: RefusalCode | null;
}

/** The new link, shown once, or what is wrong. */
export type TakeOverAnswer = TakenOverProps | TakeOverProblem;

interface TakeOverFormProps {
	/** The join code that the address names; may be empty. */
	code: string;
	problem: TakeOverProblem | null;
}

/** Asks for the two codes. Loads a new document, so that it also works where scripts are blocked. */
export function TakeOverForm({ code, problem }: TakeOverFormProps) {
	const { join, common } = useMessages();
	const { takeOver } = join;
	const onSubmit = useSingleSubmit();
	const refused = problem?.refused ?? null;
	const isUnknown = refused === "not-found";
	const isWrong = refused === "unauthenticated";
	const codeError = problem?.missing.includes("code")
		? takeOver.codeMissing
		: isUnknown
			? join.unknownTitle
			: undefined;
	const recoveryError = problem?.missing.includes("recovery-code")
		? takeOver.recoveryCodeMissing
		: isWrong
			? takeOver.recoveryCodeWrong
			: undefined;
	const summary = [
		...(codeError ? [{ field: "code", message: codeError }] : []),
		...(recoveryError ? [{ field: "recovery-code", message: recoveryError }] : []),
	];
	return (
		<PublicPage>
			<PageHead title={takeOver.title} lead={takeOver.lead} />
			<Form method="post" reloadDocument noValidate className="stack" onSubmit={onSubmit}>
				<ErrorSummary errors={summary} />
				{refused !== null && !isUnknown && !isWrong && (
					<Alert kind="danger" title={takeOver.refused} role="alert">
						<p>{common.refusals[refused]}</p>
					</Alert>
				)}
				<TextField
					id="code"
					label={takeOver.code}
					hint={takeOver.codeHint}
					error={codeError}
					defaultValue={problem?.values.code ?? code}
					width="medium"
					required
					autoComplete="off"
					autoCapitalize="characters"
					spellCheck={false}
					enterKeyHint="next"
				/>
				<TextField
					id="recovery-code"
					label={takeOver.recoveryCode}
					hint={takeOver.recoveryCodeHint}
					error={recoveryError}
					defaultValue={problem?.values.recoveryCode}
					required
					autoComplete="off"
					autoCapitalize="characters"
					spellCheck={false}
				/>
				<Alert kind="warning" title={takeOver.consequence}>
					<p>{takeOver.consequenceText}</p>
				</Alert>
				<div>
					<Button type="submit" variant="primary">
						{takeOver.submit}
					</Button>
				</div>
			</Form>
		</PublicPage>
	);
}
