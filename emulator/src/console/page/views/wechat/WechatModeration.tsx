import { useState, type FormEvent, type ReactNode } from 'react';
import type { ModerationMode, Verdict } from '../../../../wechat/types';
import { Choice, Tag } from '../../parts';
import type { SectionProps } from './section';

const MODES: readonly (readonly [ModerationMode, string])[] = [
  ['pass', '通过'],
  ['review', '建议复审'],
  ['risky', '违规'],
  ['down', '系统繁忙'],
  ['timeout', '没有应答'],
];

const MEANING: Record<ModerationMode, string> = {
  pass: '所有文字和图片都判为通过（pass）。',
  review: '所有文字和图片都判为建议人工复审（review）。',
  risky: '所有文字和图片都判为违规（risky）。',
  down: '接口返回 -1 系统繁忙，用来检验程序能否妥善等待和重试。',
  timeout: '接口一直不应答，最后以 -604102 超时结束，用来检验程序会不会卡住。',
};

const VERDICTS: Record<Verdict, string> = { pass: '通过', review: '复审', risky: '违规' };

/** The verdict on texts and pictures, and words that decide over it. */
export function WechatModeration({ data, change }: SectionProps): ReactNode {
  const { moderation, rules } = data.settings;
  return (
    <section>
      <h2>内容安全</h2>
      <p className="hint-line">
        <span className="mono">security.msgSecCheck</span> 与 <span className="mono">security.mediaCheckAsync</span>{' '}
        的结论
      </p>
      <Choice
        label="内容安全的结论"
        value={moderation}
        options={MODES}
        onChange={(mode) => change({ moderation: mode })}
      />
      <p className={moderation === 'pass' ? 'quiet' : 'warn-text'}>{MEANING[moderation]}</p>
      <h3>按词决定</h3>
      <p className="quiet">含有某个词的内容得到指定的结论，优先于上面的设置；命中几个词时取最重的。</p>
      {rules.length > 0 && (
        <ul className="words">
          {rules.map(({ word, verdict }) => (
            <li key={word}>
              <span>{word}</span>
              <Tag tone={verdict === 'pass' ? 'good' : 'warn'}>{VERDICTS[verdict]}</Tag>
              <button
                type="button"
                className="plain"
                aria-label={`去掉“${word}”`}
                onClick={() => change({ rules: rules.filter((rule) => rule.word !== word) })}
              >
                ×
              </button>
            </li>
          ))}
        </ul>
      )}
      <NewRule onAdd={(rule) => change({ rules: [...rules.filter(({ word }) => word !== rule.word), rule] })} />
    </section>
  );
}

function NewRule({ onAdd }: { onAdd: (rule: { word: string; verdict: Verdict }) => void }): ReactNode {
  const [word, setWord] = useState('');
  const [verdict, setVerdict] = useState<Verdict>('risky');
  const add = (event: FormEvent): void => {
    event.preventDefault();
    onAdd({ word: word.trim(), verdict });
    setWord('');
  };
  return (
    <form className="bar" onSubmit={add}>
      <input
        aria-label="词"
        placeholder="词，例如：兼职"
        maxLength={100}
        value={word}
        onChange={(event) => setWord(event.target.value)}
      />
      <select aria-label="结论" value={verdict} onChange={(event) => setVerdict(event.target.value as Verdict)}>
        {Object.entries(VERDICTS).map(([value, name]) => (
          <option key={value} value={value}>
            判为{name}
          </option>
        ))}
      </select>
      <button type="submit" disabled={word.trim() === ''}>
        添加
      </button>
    </form>
  );
}
