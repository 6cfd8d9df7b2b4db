import { Text, View } from '@tarojs/components';
import { go } from '@/shared/nav';
import { Row } from '@/shared/ui/Row/Row';
import { Section } from '@/shared/ui/Section/Section';
import { dataUsed, neverUsed, onThisPhone } from './data-used';
import './AboutPanel.scss';

/** Of so many each: WeChat draws slowly what has more children than 30. */
const PART = 20;
const inParts = <T,>(all: readonly T[]): T[][] =>
  Array.from({ length: Math.ceil(all.length / PART) }, (_, part) => all.slice(part * PART, (part + 1) * PART));

const UNSET = '未填写（部署时配置）';

function Fact({ name, value }: { name: string; value: string }) {
  return (
    <View className="about__fact">
      <Text className="about__name">{name}</Text>
      <Text className="about__value">{value}</Text>
    </View>
  );
}

/** Who runs this, under which filing number, which data it uses and why (rule R7). */
export function AboutPanel() {
  return (
    <View className="about">
      <Section title="主办与备案">
        <Fact name="主办单位" value={process.env.TARO_APP_ORGANISER || UNSET} />
        <Fact name="备案编号" value={process.env.TARO_APP_FILING_NUMBER || UNSET} />
        <Fact name="联系方式" value={process.env.TARO_APP_CONTACT || UNSET} />
        <Fact name="版本" value={process.env.TARO_APP_VERSION || '未知'} />
      </Section>
      <Section title="用到的数据">
        <Text className="about__lead">{neverUsed}</Text>
        {inParts(Object.values(dataUsed)).map((part) => (
          <View key={part[0]?.what}>
            {part.map(({ what, why, seenBy, kept }) => (
              <View key={what} className="about__data">
                <Text className="about__what">{what}</Text>
                <Text className="about__why">{`用途：${why}`}</Text>
                <Text className="about__why">{`谁能看到：${seenBy}`}</Text>
                <Text className="about__why">{`保存：${kept}`}</Text>
              </View>
            ))}
          </View>
        ))}
      </Section>
      <Section title="留在手机里的">
        <Text className="about__lead">{onThisPhone}</Text>
      </Section>
      <Section title="阅读记录是自愿的">
        <Text className="about__lead">
          记不记、记什么，都由您决定。记录默认只有您自己看得到，不作为任何考核的依据，不需要截图证明。
        </Text>
      </Section>
      <Section title="公开的依据">
        <Row title="合规自查表" context="不排名、不计时、不强制，逐条的证据" onClick={() => go('compliance')} />
        <Row title="许可声明" context="用到的开源软件" onClick={() => go('licences')} />
      </Section>
      <Section title="第一次启用">
        <Row title="认领管理员" context="部署人员给了您一次性认领码时用" onClick={() => go('claim')} />
      </Section>
    </View>
  );
}
