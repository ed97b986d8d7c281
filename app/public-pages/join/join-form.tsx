import { Form } from "@remix-run/react";
import { LIMITS } from "../../../worksheets/contract/limits.ts";
import type { RefusalCode } from "../../../worksheets/contract/refusals.ts";
import { useMessages } from "../../i18n/provider.tsx";
import { Alert } from "../../ui/alert.tsx";
import { Button } from "../../ui/button.tsx";
import { CheckboxField } from "../../ui/checkbox-field.tsx";
import { ErrorSummary } from "../../ui/error-summary.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { useSingleSubmit } from "../use-single-submit.ts";
import { JoinTable } from "./join-table.tsx";
import { personField } from "./person-field.ts";
import type { JoinErrors, JoinValues } from "./read-join-form.ts";

export interface JoinFormProps {
	values: JoinValues;
	errors: JoinErrors;
	refused: RefusalCode | null;
	/** The person has read that joining ends their facilitator's session in this browser. */
	replace: boolean;
}

/** Name and, if one likes, where one comes from. Loads a new document, which is in the workshop's language. */
export function JoinForm({ values, errors, refused, replace }: JoinFormProps) {
	const { join, common } = useMessages();
	const onSubmit = useSingleSubmit();
	const tooLong = join.nameTooLong(LIMITS.nameCodePoints);
	const name = errors.name && (errors.name === "missing" ? join.nameMissing : tooLong);
	const organisation = errors.organisation && tooLong;
	const summary = [
		...(name ? [{ field: "name", message: name }] : []),
		...(organisation ? [{ field: "organisation", message: organisation }] : []),
		...(errors.people ?? []).map((index) => ({ field: personField(index), message: tooLong })),
	];
	return (
		<Form method="post" reloadDocument noValidate className="stack" onSubmit={onSubmit}>
			<ErrorSummary errors={summary} />
			{refused && (
				<Alert kind="danger" title={join.refusedTitle} role="alert">
					<p>{common.refusals[refused]}</p>
				</Alert>
			)}
			{replace && <input type="hidden" name="replace" value="yes" />}
			<TextField
				id="name"
				label={join.name}
				hint={join.nameHint}
				error={name}
				defaultValue={values.name}
				required
				autoComplete="name"
				spellCheck={false}
				enterKeyHint="next"
			/>
			<TextField
				id="organisation"
				label={join.organisation}
				hint={join.organisationHint}
				error={organisation}
				defaultValue={values.organisation}
				optional
				autoComplete="organization"
			/>
			<JoinTable names={values.people} wrong={errors.people ?? []} />
			<CheckboxField id="shared" label={join.shared} hint={join.sharedHint} defaultChecked={values.shared} />
			<div>
				<Button type="submit" variant="primary">
					{join.submit}
				</Button>
			</div>
		</Form>
	);
}
