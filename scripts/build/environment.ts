import { clientSettings } from '../../config/settings';

/**
 * What a build tool needs from the machine. None of it changes what is built; names are those of Linux, macOS and
 * Windows.
 */
const MACHINE = [
  ...['PATH', 'HOME', 'USER', 'TMPDIR', 'TEMP', 'TMP', 'LANG', 'LC_ALL', 'TZ', 'NODE_OPTIONS'],
  ...['SYSTEMROOT', 'SYSTEMDRIVE', 'COMSPEC', 'PATHEXT', 'WINDIR', 'USERPROFILE', 'APPDATA', 'LOCALAPPDATA'],
];

/** Values of the operator's settings that are set. */
export function settingsGiven(env: NodeJS.ProcessEnv = process.env): Record<string, string> {
  return Object.fromEntries(clientSettings.flatMap((name) => (env[name] ? [[name, env[name]]] : [])));
}

/**
 * The environment of a client's build: the machine's, the settings and `own`. Whatever else the shell holds (such as
 * BROWSERSLIST, which would change the code) stays outside, so that the stamp knows everything that goes in.
 */
export function buildEnvironment(own: Record<string, string>, env: NodeJS.ProcessEnv = process.env): NodeJS.ProcessEnv {
  const machine = Object.entries(env).filter(([name]) => MACHINE.includes(name.toUpperCase()));
  return { ...(Object.fromEntries(machine) as NodeJS.ProcessEnv), ...settingsGiven(env), ...own };
}
