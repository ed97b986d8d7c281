import { NAMES } from "../../../worksheets/contract/snapshot.ts";
import { useMessages } from "../../i18n/provider.tsx";
import { RadioGroup } from "../../ui/radio-group.tsx";
import { TextField } from "../../ui/text-field.tsx";
import type { CreateValues } from "./read-create-form.ts";
import type { TemplateView } from "./template-view.ts";

export interface DetailFieldsProps {
	template: TemplateView;
	values: CreateValues;
	onChange: (changed: Partial<CreateValues>) => void;
	/** By field id. */
	errors: ReadonlyMap<string, string>;
	retentionDays: number;
	passwordNeeded: boolean;
}

/** Title, language, when, where, until when, and the password where one is asked for. */
export function DetailFields(props: DetailFieldsProps) {
	const { template, values, onChange, errors, retentionDays, passwordNeeded } = props;
	const { create, common } = useMessages();
	return (
		<>
			<TextField
				id="title"
				label={create.workshopTitle}
				error={errors.get("title")}
				value={values.title}
				onChange={(event) => onChange({ title: event.currentTarget.value })}
				required
				autoComplete="off"
			/>
			<RadioGroup
				id="language"
				label={create.language}
				hint={create.languageHint}
				error={errors.get("language")}
				horizontal
				value={values.language}
				onChange={(language) => onChange(changeLanguage(language, values, template))}
				options={template.languages.map((language) => ({ value: language, label: common.language[language] }))}
			/>
			<div className="field-row">
				<TextField
					id="date"
					label={create.date}
					hint={create.dateHint}
					error={errors.get("date")}
					optional
					type="date"
					width="medium"
					value={values.date}
					onChange={(event) => onChange({ date: event.currentTarget.value })}
				/>
				<TextField
					id="time"
					label={create.time}
					error={errors.get("time")}
					optional
					type="time"
					width="medium"
					value={values.time}
					onChange={(event) => onChange({ time: event.currentTarget.value })}
				/>
			</div>
			<TextField
				id="place"
				label={create.place}
				hint={create.placeHint}
				error={errors.get("place")}
				optional
				value={values.place}
				onChange={(event) => onChange({ place: event.currentTarget.value })}
				autoComplete="off"
			/>
			<TextField
				id="retentionDays"
				label={create.retention}
				hint={create.retentionHint(retentionDays)}
				error={errors.get("retentionDays")}
				inputMode="numeric"
				width="short"
				value={values.retentionDays}
				onChange={(event) => onChange({ retentionDays: event.currentTarget.value })}
				autoComplete="off"
			/>
			<RadioGroup
				id="namesAtEnd"
				label={create.namesAtEnd}
				hint={create.namesAtEndHint}
				value={values.namesAtEnd}
				onChange={(namesAtEnd) => onChange({ namesAtEnd })}
				options={NAMES.map((value) => ({ value, label: create.namesChoices[value] }))}
			/>
			{passwordNeeded && (
				<TextField
					id="password"
					label={create.password}
					hint={create.passwordHint}
					error={errors.get("password")}
					type="password"
					autoComplete="current-password"
					required
				/>
			)}
		</>
	);
}

/** The proposed title follows the language; a title of one's own stays. */
function changeLanguage(language: string, values: CreateValues, template: TemplateView): Partial<CreateValues> {
	const chosen = template.languages.find((known) => known === language);
	const proposed = Object.values(template.titles).includes(values.title);
	return chosen && proposed ? { language, title: template.titles[chosen] } : { language };
}
