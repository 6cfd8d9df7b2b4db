/**
 * The public entry: what other programs may use of the local CloudBase. Everything else is its own business and may
 * change without notice.
 */
export { type CallRecorder } from './calls';
export { commandLineFault } from './cli/fault';
export { USAGE } from './cli/usage';
export { createEmulator, type Emulator } from './emulator';
export type { FunctionConfig, Identity, InvocationOutcome } from './functions/types';
export type { Log, LogEntry, LogFormat } from './log';
export { OperatorError } from './operator-error';
export { DEFAULT_PORT, type EmulatorOptions } from './options';
export { WireError, type DatabaseCallRecord, type IndexDeclaration, type Json, type SchemaFile } from './service';
export { FolderError } from './store/error';
export { holdFolder } from './store/hold';
export { holderOf, type Holder } from './store/lock';
export type { WechatConfig } from './wechat/config';
export type { Wechat } from './wechat/wechat';
