import { functionSettings } from '../../contract/deployment';
import { type FunctionName } from '../../contract/functions';

/** Every cloud function, as declared in the contract. */
export const functionNames = Object.keys(functionSettings) as FunctionName[];
