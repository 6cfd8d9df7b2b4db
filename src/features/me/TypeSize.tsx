import { ChoiceField } from '@/shared/ui/ChoiceField/ChoiceField';
import { chooseType, useTypeChoice } from '@/shared/ui/Page/type-scale';

const sizes = [
  { value: '0', label: '跟随系统' },
  { value: '1', label: '标准' },
  { value: '1.25', label: '大' },
  { value: '1.5', label: '特大' },
] as const;

/** Large type (适老化) for this phone. */
export function TypeSize() {
  const chosen = String(useTypeChoice());
  const value = sizes.find((size) => size.value === chosen)?.value ?? '0';
  return <ChoiceField label="字号" options={sizes} value={value} onChange={(size) => chooseType(Number(size))} />;
}
