import { Fragment } from "react";
import { useMessages } from "../i18n/provider.tsx";

/** The few keys that are not the browser's own. */
export function KeyboardTable() {
	const { help } = useMessages();
	return (
		<table className="kern-table">
			<caption className="kern-sr-only">{help.keyboardCaption}</caption>
			<thead>
				<tr>
					<th scope="col" className="kern-table__header">
						{help.keys}
					</th>
					<th scope="col" className="kern-table__header">
						{help.effect}
					</th>
				</tr>
			</thead>
			<tbody>
				{help.shortcuts.map((shortcut) => (
					<tr key={shortcut.keys.join("+")} className="kern-table__row">
						<th scope="row" className="kern-table__cell">
							{shortcut.keys.map((key, index) => (
								<Fragment key={key}>
									{index > 0 && " + "}
									<kbd>{key}</kbd>
								</Fragment>
							))}
						</th>
						<td className="kern-table__cell">{shortcut.effect}</td>
					</tr>
				))}
			</tbody>
		</table>
	);
}
