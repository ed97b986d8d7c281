import { type ComponentType, type ExoticComponent, lazy, Suspense } from "react";
import type { Block } from "../../../worksheets/blocks/definitions.ts";
import { useMessages } from "../../i18n/provider.tsx";
import type { BlockProps } from "./block-props.ts";

/** A block whose view comes after the editor, so that nobody waits for it who writes prose first. */
export function fetchedBlock<Type extends Block["type"]>(
	load: () => Promise<{ default: ComponentType<BlockProps<Type>> }>,
): ComponentType<BlockProps<Type>> {
	const View: ExoticComponent<BlockProps<Type>> = lazy(load);
	return function Fetched(props) {
		const { session } = useMessages();
		return (
			<Suspense fallback={<p className="sheet-muted">{session.loadingSheet}</p>}>
				<View {...props} />
			</Suspense>
		);
	};
}
