import { Component, type ReactNode } from "react";

interface LoadBoundaryProps {
	/** Shown in the place of what could not be loaded. */
	fallback: ReactNode;
	children: ReactNode;
}

/** A chunk that does not load (a new version, a broken line) must not take the rest of the page with it. */
export class LoadBoundary extends Component<LoadBoundaryProps, { failed: boolean }> {
	override state = { failed: false };

	static getDerivedStateFromError(): { failed: boolean } {
		return { failed: true };
	}

	override render(): ReactNode {
		return this.state.failed ? this.props.fallback : this.props.children;
	}
}
