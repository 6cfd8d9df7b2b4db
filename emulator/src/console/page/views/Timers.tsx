import { useState, type ReactNode } from 'react';
import type { TimerSchedule } from '../../../timers/service';
import type { TimerList } from '../../types';
import { get, messageOf, post } from '../client';
import { duration, fullTime, relative } from '../format';
import { href, useLoaded } from '../hooks';
import { Heading, Tag, useNotify, View } from '../parts';

/** Timers with their next runs, in the time the cloud reads them in. */
export function TimersView(): ReactNode {
  const loaded = useLoaded('timers', () => get<TimerList>('timers'));
  return (
    <>
      <Heading title="定时" note="七段时间表：秒 分 时 日 月 星期 年，按北京时间（UTC+8）。" />
      <View
        loaded={loaded}
        isEmpty={({ timers }) => timers.length === 0}
        empty="没有定时触发器。在云函数目录的 config.json 里声明 triggers 后，会列在这里。"
      >
        {({ timers, now }) => (
          <ul className="cards">
            {timers.map((timer) => (
              <Timer
                key={`${timer.function}/${timer.trigger}`}
                timer={timer}
                now={Date.parse(now)}
                onFired={loaded.reload}
              />
            ))}
          </ul>
        )}
      </View>
    </>
  );
}

function Timer({ timer, now, onFired }: { timer: TimerSchedule; now: number; onFired: () => void }): ReactNode {
  const [firing, setFiring] = useState(false);
  const notify = useNotify();
  const fire = async (): Promise<void> => {
    setFiring(true);
    try {
      const values = { function: timer.function, trigger: timer.trigger };
      const { requestId, ms } = await post<{ requestId: string; ms: number }>('timers/fire', values);
      notify(`${timer.trigger} 已完成，用时 ${duration(ms)}`, {
        label: '看这次调用',
        run: () => {
          location.hash = href(['calls', requestId]);
        },
      });
    } catch (error) {
      notify(`${timer.trigger} 没有成功：${messageOf(error)}`);
    } finally {
      setFiring(false);
      onFired();
    }
  };
  return (
    <li>
      <div>
        <h2>{timer.trigger}</h2>
        <p>
          <span className="mono">{timer.cron}</span> · 云函数 {timer.function}{' '}
          {!timer.scheduled && <Tag>只手动触发</Tag>}
        </p>
        <dl className="runs">
          <dt>上次</dt>
          <dd>{timer.last ? `${fullTime(timer.last)}，${relative(timer.last, now)}` : '启动以来没有触发过'}</dd>
          <dt>接下来</dt>
          <dd>
            {timer.next.length === 0
              ? '不会再触发'
              : timer.next.map((time, index) => (
                  <span key={time}>
                    {fullTime(time)}
                    {index === 0 && `，${relative(time, now)}`}
                  </span>
                ))}
          </dd>
        </dl>
      </div>
      <button type="button" disabled={firing} onClick={() => void fire()}>
        {firing ? '正在运行……' : '立即触发'}
      </button>
    </li>
  );
}
