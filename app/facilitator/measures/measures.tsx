import {
	createContext,
	lazy,
	type ReactNode,
	Suspense,
	useCallback,
	useContext,
	useMemo,
	useRef,
	useState,
} from "react";
import type { ActionSource } from "../../../worksheets/blocks/action-source.ts";
import type { ActionRow } from "../../../worksheets/blocks/actions.ts";
import type { Cells } from "../../../worksheets/blocks/cells.ts";
import { planBlockOf } from "../../../worksheets/plan/steps.ts";
import type { Worksheets } from "../../session/phase-sheets-view.tsx";
import { useSnapshot } from "../../session/session-provider.tsx";
import { ErrorBoundary } from "../../ui/error-boundary.tsx";

/** What is to become a measure: with what it starts, and where that stands. */
interface NewMeasure {
	cells: Readonly<Cells>;
	source: ActionSource;
}

/** The plan as it is open in this page. */
export interface OpenPlan {
	rows: readonly ActionRow[];
	/** False, and nothing written, when the plan is full. */
	take(measure: NewMeasure): boolean;
}

export interface Measures {
	/** The plan's document; null where it is not there yet. */
	document: string | null;
	/** Null until it can be written in. */
	plan: OpenPlan | null;
	/** Its code could not be loaded: it will not come until it is asked for again. */
	failed: boolean;
	again(): void;
	/** Whether the plan is locked. */
	locked: boolean;
	/** To be called by whoever shows what may be taken: until then the plan is not opened. */
	need(): void;
	/** Shows the plan in this page; where there is none, a link leads to it. */
	onOpen: ((document: string) => void) | undefined;
}

const MeasuresContext = createContext<Measures | null>(null);

/** Made anew for each attempt: React remembers a failure for good. */
function lazyPlanLine() {
	return lazy(async () => ({ default: (await import("./plan-line.tsx")).PlanLine }));
}

interface MeasuresProviderProps {
	worksheets: Worksheets;
	onOpen?: Measures["onOpen"];
	children: ReactNode;
}

/** The workshop's plan of measures for everything below that can be taken into it: opened once, when it is needed. */
export function MeasuresProvider({ worksheets, onOpen, children }: MeasuresProviderProps) {
	const snapshot = useSnapshot();
	const [needed, setNeeded] = useState(false);
	const [plan, setPlan] = useState<OpenPlan | null>(null);
	const need = useCallback(() => setNeeded(true), []);
	const [PlanLine, setPlanLine] = useState(lazyPlanLine);
	const [failed, setFailed] = useState(false);
	const again = useCallback(() => {
		setPlanLine(lazyPlanLine);
		setFailed(false);
	}, []);
	const opener = useRef(onOpen);
	opener.current = onOpen;
	const show = useCallback((document: string) => opener.current?.(document), []);

	const place = snapshot.documents
		.filter(({ scope }) => scope.kind === "plenary")
		.flatMap((document) => {
			const worksheet = worksheets[document.worksheet];
			const block = worksheet && planBlockOf(worksheet);
			return worksheet && block ? [{ document, worksheet, block }] : [];
		})[0];
	const document = place?.document.id ?? null;
	const locked = place !== undefined && place.document.access !== "write";
	const shows = onOpen !== undefined;
	const value = useMemo<Measures>(
		() => ({ document, plan, failed, again, locked, need, onOpen: shows ? show : undefined }),
		[document, plan, failed, again, locked, need, shows, show],
	);
	return (
		<MeasuresContext.Provider value={value}>
			{needed && place && !failed && (
				<ErrorBoundary fallback={null} onFailed={() => setFailed(true)}>
					<Suspense>
						<PlanLine key={place.document.id} {...place} onPlan={setPlan} />
					</Suspense>
				</ErrorBoundary>
			)}
			{children}
		</MeasuresContext.Provider>
	);
}

export function useMeasures(): Measures {
	const measures = useContext(MeasuresContext);
	if (measures === null) throw new Error("a measure was to be taken outside of MeasuresProvider");
	return measures;
}
