import { keepWhile } from '@/shared/ui/Snackbar/snackbar';
import { watchDialogs } from './dialogs';
import { watchKeys } from './keys';
import { watchBrowserNetwork } from './network';
import { watchPages } from './pages';
import './browser.scss';

/**
 * Taro's browser build is made for fingers. Here it gets what a keyboard and a screen reader need: controls that can be
 * pressed, dialogs that hold the focus and give it back, pages that hand it on. See docs/adr/0017.
 */
export function startBrowser(): void {
  watchKeys();
  watchDialogs();
  watchPages();
  watchBrowserNetwork();
  keepWhile(() => document.querySelector('.sx-snackbar:hover, .sx-snackbar:focus-within') !== null);
}
