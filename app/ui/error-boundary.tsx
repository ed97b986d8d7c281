import { Component, type ReactNode } from "react";

interface ErrorBoundaryProps {
	/** Shown in the place of what failed. */
	fallback: ReactNode;
	/** Called once it has failed. */
	onFailed?: (() => void) | undefined;
	children: ReactNode;
}

/** A part that cannot be shown, or whose code does not load, must not take the rest of the page with it. */
export class ErrorBoundary extends Component<ErrorBoundaryProps, { failed: boolean }> {
	override state = { failed: false };

	static getDerivedStateFromError(): { failed: boolean } {
		return { failed: true };
	}

	override componentDidCatch(): void {
		this.props.onFailed?.();
	}

	override render(): ReactNode {
		return this.state.failed ? this.props.fallback : this.props.children;
	}
}
