import { useEffect, useRef, useState } from "react";
import { LIMITS } from "../../../worksheets/contract/limits.ts";
import { useMessages } from "../../i18n/provider.tsx";
import { Disclosure } from "../../ui/disclosure.tsx";
import { SelectField } from "../../ui/select-field.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { personField } from "./person-field.ts";

interface JoinTableProps {
	/** As they were typed before; empty where one is alone. */
	names: readonly string[];
	/** Places in it whose names are too long. */
	wrong: readonly number[];
}

/** For several people at one device: how many, and what they are called if they like. Without scripts the number is enough. */
export function JoinTable({ names, wrong }: JoinTableProps) {
	const { join } = useMessages();
	const { table } = join;
	const [count, setCount] = useState(Math.max(1, names.length));
	const choice = useRef<HTMLSelectElement>(null);
	useEffect(() => {
		// Chosen before the page was alive.
		setCount(Number(choice.current?.value ?? 1));
	}, []);
	const tooLong = join.nameTooLong(LIMITS.nameCodePoints);
	return (
		<Disclosure summary={table.summary} open={names.length > 0}>
			<div className="stack">
				<p>{table.hint}</p>
				<SelectField
					ref={choice}
					id="people"
					label={table.count}
					defaultValue={String(count)}
					options={Array.from({ length: LIMITS.peopleAtTable }, (_, index) => ({
						value: String(index + 1),
						label: index === 0 ? table.alone : String(index + 1),
					}))}
					onChange={(event) => setCount(Number(event.target.value))}
				/>
				{count > 1 && (
					<>
						<p className="muted">{table.names}</p>
						{Array.from({ length: count }, (_, index) => (
							<TextField
								key={personField(index)}
								id={personField(index)}
								label={table.person(index + 1)}
								error={wrong.includes(index) ? tooLong : undefined}
								defaultValue={names[index] ?? ""}
								optional
								autoComplete="off"
								spellCheck={false}
							/>
						))}
					</>
				)}
			</div>
		</Disclosure>
	);
}
