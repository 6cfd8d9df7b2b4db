import { Component, Fragment, type ReactNode } from 'react';
import { PageScope } from '@/shared/call/scope';
import { Broken } from './Broken';
import { trackUse } from './page-use';

interface Props {
  children: ReactNode;
  /** Runs at each failure; `reload` draws again what stood here. */
  onFailure?: (reload: () => void) => void;
}
interface State {
  failed: boolean;
  /** How often since the page was opened. */
  failures: number;
}

/**
 * Where an error while drawing ends: in words and a way back, not in a blank page. The replies that the page used are
 * dropped at once, because one that cannot be drawn would fail again at every launch.
 */
export class Boundary extends Component<Props, State> {
  state: State = { failed: false, failures: 0 };
  private readonly use = trackUse();

  static getDerivedStateFromError(): Partial<State> {
    return { failed: true };
  }

  componentDidCatch(): void {
    this.use.forgetReplies();
    this.setState(({ failures }) => ({ failures: failures + 1 }));
    this.props.onFailure?.(this.reload);
  }

  private readonly reload = (): void => this.setState({ failed: false });

  private readonly reloadWithoutDrafts = (): void => {
    this.use.forgetDrafts();
    this.reload();
  };

  render(): ReactNode {
    const { failed, failures } = this.state;
    if (failed) {
      return (
        <Broken
          again={failures > 1}
          onReload={this.reload}
          onReloadWithoutDrafts={this.use.hasDrafts() ? this.reloadWithoutDrafts : undefined}
        />
      );
    }
    return (
      <PageScope.Provider value={this.use}>
        <Fragment key={failures}>{this.props.children}</Fragment>
      </PageScope.Provider>
    );
  }
}
