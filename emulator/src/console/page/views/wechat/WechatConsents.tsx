import { useState, type FormEvent, type ReactNode } from 'react';
import type { Consent } from '../../../../wechat/types';
import type { PersonaEntry } from '../../../types';
import { get, post } from '../../client';
import { useLoaded } from '../../hooks';
import type { SectionProps } from './section';

/** Who has agreed to be sent which messages. */
export function WechatConsents({ data, change, act }: SectionProps): ReactNode {
  const { settings, consents, templates } = data;
  return (
    <section>
      <h2>订阅授权</h2>
      <p className="hint-line">
        <span className="mono">subscribeMessage.send</span> 每发一条用掉一次授权；没有授权返回 43101
      </p>
      <label className="switch">
        <input
          type="checkbox"
          checked={settings.everyoneConsents}
          onChange={(event) => change({ everyoneConsents: event.target.checked })}
        />
        视为人人已同意（仅供测试）
      </label>
      {consents.length === 0 ? (
        <p className="quiet">还没有授权。用户在预览里同意订阅，或在下面授予后，会列在这里。</p>
      ) : (
        <table>
          <thead>
            <tr>
              <th>用户</th>
              <th>模板</th>
              <th className="number">剩余次数</th>
              <th>操作</th>
            </tr>
          </thead>
          <tbody>
            {consents.map((consent) => (
              <Row key={consent.id} consent={consent} act={act} />
            ))}
          </tbody>
        </table>
      )}
      <NewConsent templates={templates} act={act} />
    </section>
  );
}

function Row({ consent, act }: { consent: Consent; act: SectionProps['act'] }): ReactNode {
  const { id, person, templateId, title, left } = consent;
  const revoke = (): void => void act(async () => void (await post('wechat/consents/revoke', { id })));
  return (
    <tr>
      <td data-label="用户">{person.label}</td>
      <td data-label="模板" className="path" title={templateId}>
        {title ?? <span className="mono">{templateId}</span>}
      </td>
      <td data-label="剩余次数" className="number">
        {left}
      </td>
      <td className="row-actions">
        <button type="button" className="plain" onClick={revoke}>
          撤回
        </button>
      </td>
    </tr>
  );
}

function NewConsent({
  templates,
  act,
}: {
  templates: SectionProps['data']['templates'];
  act: SectionProps['act'];
}): ReactNode {
  const { data: personas = [] } = useLoaded('personas', () => get<PersonaEntry[]>('personas'));
  const [persona, setPersona] = useState('');
  const [templateId, setTemplateId] = useState('');
  const chosen = persona || (personas[0]?.id ?? '');
  const grant = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    await act(async () => void (await post('wechat/consents', { persona: chosen, templateId, times: '1' })));
  };
  if (personas.length === 0) {
    return <p className="quiet">没有演示身份，不能在这里授予。用 --personas 指定一个文件后可以。</p>;
  }
  return (
    <form className="bar" onSubmit={(event) => void grant(event)}>
      <select aria-label="用户" value={chosen} onChange={(event) => setPersona(event.target.value)}>
        {personas.map(({ id, label }) => (
          <option key={id} value={id}>
            {label}
          </option>
        ))}
      </select>
      {templates.length > 0 ? (
        <select aria-label="模板" value={templateId} onChange={(event) => setTemplateId(event.target.value)}>
          <option value="">选择模板</option>
          {templates.map(({ id, title }) => (
            <option key={id} value={id}>
              {title}
            </option>
          ))}
        </select>
      ) : (
        <input
          aria-label="模板"
          placeholder="模板 id"
          maxLength={128}
          value={templateId}
          onChange={(event) => setTemplateId(event.target.value)}
        />
      )}
      <button type="submit" disabled={templateId.trim() === ''}>
        授予一次
      </button>
    </form>
  );
}
